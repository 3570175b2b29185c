#include "ui/window/help_page.h"

#include "ui/widgets/card.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/shard_widget.h"
#include "ui/widgets/wrap_label.h"

#include <QFormLayout>
#include <QKeySequence>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

constexpr QSize helpSize(640, 560); // Pixels. Fits the smallest window.

QLabel* keyLabel(const QString& keys) {
    return new WrapLabel(keys, TextRole::BodyStrong);
}

} // namespace

// A tool window: the window's keys (lock, hide, Safety) hold in it, too.
HelpPage::HelpPage(const guide::Legend& marks, QWidget* parent) : QDialog(parent, Qt::Tool) {
    setObjectName(QStringLiteral("helpPage"));
    setWindowTitle(QStringLiteral("Mend"));
    setAccessibleName(tr("Help"));
    resize(helpSize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new PageScroll(tr("Help"));
    scroll->add(buildKeys());
    scroll->add(buildMarks(marks));
    column->addWidget(scroll);
}

Card* HelpPage::buildKeys() {
    auto* card = new Card(tr("Keys"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(space::three);
    form->setVerticalSpacing(space::one);
    const auto text = [](const QKeySequence& keys) {
        return keys.toString(QKeySequence::NativeText);
    };
    const std::pair<QString, QString> keys[] = {
        {tr("%1 to %2").arg(text(Qt::CTRL | Qt::Key_1), text(Qt::CTRL | Qt::Key_8)),
         tr("the pages, from the top down")},
        {text(Qt::Key_F1), tr("this help")},
        {text(Qt::Key_F2), tr("Safety, also before unlocking")},
        {text(Qt::CTRL | Qt::Key_L), tr("lock")},
        {text(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
         tr("hide: lock and take the window away; start Mend again to have it back")},
        {text(Qt::CTRL | Qt::Key_N), tr("write something new, where the page has it")},
        {text(Qt::CTRL | Qt::Key_Return), tr("save or share what is being written, on Today")},
        {text(Qt::CTRL | Qt::Key_F), tr("search, on Timeline, Checklist and Journal")},
        {text(Qt::CTRL | Qt::Key_Z), tr("undo, in a text")},
        {text(Qt::Key_Escape), tr("close this help")}};
    for (const auto& [key, meaning] : keys)
        form->addRow(keyLabel(key), new WrapLabel(meaning));
    card->add(form);
    return card;
}

Card* HelpPage::buildMarks(const guide::Legend& marks) {
    auto* card = new Card(marks.title);
    card->add(new SeamLegend(marks));
    return card;
}

} // namespace mend::ui
