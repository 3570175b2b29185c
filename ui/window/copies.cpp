#include "ui/window/copies.h"

#include <QClipboard>
#include <QGuiApplication>

namespace mend::ui {

void takeCopiesBack() {
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (clipboard->ownsClipboard())
        clipboard->clear(QClipboard::Clipboard);
    if (clipboard->ownsSelection()) // the middle button's
        clipboard->clear(QClipboard::Selection);
}

} // namespace mend::ui
