#include "tests/core/guide/shipped.h"
#include "tests/ui/today/samples.h"
#include "ui/pages/today/commitment_row.h"
#include "ui/theme/button_kind.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QDir>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

// Controls: what the keyboard can reach.
std::vector<QWidget*> controlsOf(const QWidget& page) {
    std::vector<QWidget*> controls;
    for (QWidget* widget : page.findChildren<QWidget*>())
        if (widget->isVisibleTo(&page) && (widget->focusPolicy() & Qt::TabFocus) &&
            !widget->inherits("QScrollArea") && !widget->focusProxy())
            controls.push_back(widget);
    return controls;
}

QString nameOf(QWidget* widget) {
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

TodayState writingState(Role role) {
    TodayState state = fullState(role);
    state.saved.clear();
    return state;
}

TEST(TodayAccess, EveryControlHasAName) {
    for (const TodayState& state :
         {emptyState(), fullState(), writingState(Role::Betrayer), emptyState(std::nullopt)}) {
        TodayPage page;
        page.setState(state);
        page.resize(1000, 760);
        page.show();
        press(page, "startMoment");
        const auto controls = controlsOf(page);
        EXPECT_GT(controls.size(), 10U);
        for (QWidget* control : controls)
            EXPECT_FALSE(nameOf(control).isEmpty())
                << control->metaObject()->className() << ' ' << control->objectName().toStdString();
    }
}

// By ear "kept" is like every other "kept".
TEST(TodayAccess, AnAnswerSaysWhichCommitmentItIsAbout) {
    TodayPage page;
    const TodayState state = fullState();
    page.setState(state);
    for (const auto& [card, title] : {std::pair{"mine", state.mine.front().title},
                                      std::pair{"theirs", state.theirs.front().title}}) {
        const auto answers = part(page, card)->findChildren<QRadioButton*>();
        EXPECT_GE(answers.size(), 2);
        for (const auto* answer : answers)
            EXPECT_TRUE(answer->accessibleDescription().contains(title)) << card;
        for (const char* button : {"sendNote", "goOn"})
            EXPECT_EQ(part(*part(page, card), button)->accessibleDescription(), title) << button;
    }
}

// Also where a commitment came while the page was there: Qt would put its controls last.
TEST(TodayAccess, TabGoesFromOneCommitmentToTheNextAsTheEyeDoes) {
    TodayPage page;
    TodayState state = fullState(Role::Betrayer);
    state.mine = {sampleCommitment(5, QStringLiteral("second")),
                  sampleCommitment(7, QStringLiteral("third"))};
    page.setState(state);
    page.resize(1000, 760);
    page.show();
    state.mine.insert(state.mine.begin(), sampleCommitment(9, QStringLiteral("first")));
    page.setState(state);
    const QWidget* card = part(page, "mine");
    const QWidget* end = part(page, "proposals");
    QStringList passed; // from behind the card's end around to it: whose each stop is
    for (QWidget* stop = end->nextInFocusChain(); stop != end; stop = stop->nextInFocusChain()) {
        if (!(stop->focusPolicy() & Qt::TabFocus))
            continue;
        QWidget* at = stop;
        while (at && !qobject_cast<CommitmentRow*>(at))
            at = at->parentWidget();
        passed << (at && card->isAncestorOf(at)
                       ? qobject_cast<CommitmentRow*>(at)->commitment().title
                       : QString());
    }
    EXPECT_EQ(passed.last(), QStringLiteral("third"));
    passed.removeAll(QString());
    EXPECT_GT(passed.size(), 3);
    passed.removeDuplicates();
    EXPECT_EQ(passed, (QStringList{QStringLiteral("first"), QStringLiteral("second"),
                                   QStringLiteral("third")}));
}

TEST(TodayAccess, SpeaksQuietly) {
    for (const Role role : {Role::Hurt, Role::Betrayer}) {
        TodayPage page;
        page.setState(writingState(role));
        QStringList words{wordsOn(page)};
        for (const auto* button : page.findChildren<QAbstractButton*>())
            words.append(button->text());
        const QString all = words.join(QLatin1Char('\n'));
        for (const QString& word :
             {QStringLiteral("!"), QStringLiteral("Error"), QStringLiteral("failed"),
              QStringLiteral("streak"), QStringLiteral("betrayer"), QStringLiteral("hurt one"),
              QStringLiteral("last seen"), QStringLiteral("overdue")})
            EXPECT_FALSE(all.contains(word, Qt::CaseInsensitive)) << word.toStdString();
    }
}

TEST(TodayAccess, HasOneFilledButton) {
    TodayPage page;
    page.setState(writingState(Role::Hurt));
    int filled = 0;
    for (const auto* button : page.findChildren<QAbstractButton*>())
        filled += buttonKind(button) == ButtonKind::Primary;
    EXPECT_EQ(filled, 1);
}

TodayDrafts begunDrafts() {
    TodayDrafts drafts;
    drafts.checkIn.fields.texts.insert(CheckInText::Hard, QStringLiteral("the door"));
    drafts.moment.text = QStringLiteral("a car");
    drafts.note.text = QStringLiteral("at work");
    return drafts;
}

// With MEND_TEST_PICTURES=DIR the pages are kept as pictures, to be looked at.
void keepPicture(TodayPage& page, const QString& name) {
    if (const QString folder = qEnvironmentVariable("MEND_TEST_PICTURES"); !folder.isEmpty())
        page.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

TEST(TodayAccess, FitsItsWidthAndKeepsSaveInSight) {
    Theme theme(*qApp);
    const std::pair<QString, TodayState> days[] = {
        {QStringLiteral("empty"), emptyState()},
        {QStringLiteral("full"), fullState()},
        {QStringLiteral("begun"), emptyState()},
        {QStringLiteral("moment"), fullState()},
        {QStringLiteral("writing"), writingState(Role::Betrayer)}};
    for (const LookChoice look : {LookChoice::Light, LookChoice::Dark})
        for (const QSize size : {QSize(1100 - 184, 760), QSize(1144, 900), QSize(720 - 56, 520)})
            for (const auto& [name, state] : days) {
                theme.choose(look);
                TodayPage page;
                page.resize(size);
                page.setState(state);
                if (name == QLatin1String("begun"))
                    page.fold(begunDrafts());
                if (name == QLatin1String("moment"))
                    page.startMoment();
                page.show();
                (void)QTest::qWaitForWindowExposed(&page);
                const auto* scroll = page.findChild<QScrollArea*>();
                EXPECT_EQ(scroll->horizontalScrollBar()->maximum(), 0) << size.width();
                const auto* save = part(page, "save");
                if (save->isVisibleTo(&page)) {
                    EXPECT_TRUE(
                        page.rect().contains(QRect(save->mapTo(&page, QPoint()), save->size())));
                }
                keepPicture(page, QStringLiteral("today-%1-%2-%3")
                                      .arg(name)
                                      .arg(size.width())
                                      .arg(look == LookChoice::Dark ? u"dark" : u"light"));
            }
}

} // namespace
} // namespace mend::ui
