#pragma once
// Keeping a recovery code: on paper, in the clipboard, in a file. Each gives back what came of it
// in words; empty when the person thought better of it.

#include <QString>

class QWidget;

namespace mend::ui {

QString printRecoveryCode(QWidget* parent, const QString& code);
QString copyRecoveryCode(const QString& code);
/// Asks where.
QString saveRecoveryCode(QWidget* parent, const QString& code);
/// Into `path`, readable by its owner alone; false: nothing was written.
bool writeRecoveryCode(const QString& path, const QString& code);

} // namespace mend::ui
