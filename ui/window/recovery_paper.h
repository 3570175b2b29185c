#pragma once
// Keeping a recovery code: on paper, in the clipboard, in a file. Nothing here waits for an answer:
// a lock takes an open dialogue away with the page it belongs to.

#include <QString>
#include <functional>

class QWidget;

namespace mend::ui {

/// How it went, in words; not called when the person changed their mind.
using KeptThen = std::function<void(const QString& words)>;

/// Asks for a printer.
void printRecoveryCode(QWidget* parent, const QString& code, KeptThen then);
/// Asks for a place.
void saveRecoveryCode(QWidget* parent, const QString& code, KeptThen then);
/// Gives back how it went.
QString copyRecoveryCode(const QString& code);
/// For the owner's eyes only. False where it could not be written.
bool writeRecoveryCode(const QString& path, const QString& code);

} // namespace mend::ui
