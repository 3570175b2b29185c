#pragma once
// F1: the keys, and what the marks mean. A window of its own that closes with Escape.

#include "core/guide/pages.h"

#include <QDialog>

namespace mend::ui {

class Card;

class HelpPage : public QDialog {
    Q_OBJECT
public:
    explicit HelpPage(const guide::Legend& marks, QWidget* parent = nullptr);

private:
    Card* buildKeys();
    Card* buildMarks(const guide::Legend& marks);
};

} // namespace mend::ui
