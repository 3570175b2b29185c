#include "ui/models/journal_model.h"
#include "ui/pages/journal/journal_page.h"
#include "ui/pages/journal/markdown_preview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/undo_bar.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

JournalEntry entry(qint64 id, const QString& text) {
    return {id, Day::fromIso(u"2026-11-22")->plus(int(id) - 20), 0, text};
}

JournalState someEntries() {
    return {
        {entry(12,
               QStringLiteral("# Sunday\n\nWe **talked**. I did not walk out.\n\n- rain\n- tea")),
         entry(11, QStringLiteral("What I never said")), entry(9, QStringLiteral("Slept badly."))},
        false,
        {}};
}

std::vector<KeptWords> someMoments() {
    return {{5, entry(12, {}).day, QStringLiteral("A hard moment, 6 of 10"),
             QStringLiteral("The phone rang at dinner.\nWhat is needed: some space.")},
            {4, entry(9, {}).day, QStringLiteral("A hard moment, 8 of 10"),
             QStringLiteral("the song")}};
}

struct Journal : testing::Test {
    JournalPage page;

    void show(const JournalState& state) {
        page.setState(state);
        page.resize(916, 760);
        page.show();
        (void)QTest::qWaitForWindowExposed(&page);
    }
    template <class T = QWidget>
    T* part(const char* name) const {
        return page.findChild<T*>(QLatin1String(name));
    }
    QPlainTextEdit* source() const { return part<QPlainTextEdit>("source"); }
    void press(const char* name) { part<QAbstractButton>(name)->click(); }
    void openRow(int row) {
        auto* list = part<QListView>("entries");
        list->setCurrentIndex(list->model()->index(row, 0));
    }
    void choose(const QString& shelf) {
        for (auto* segment : page.findChildren<QRadioButton*>())
            if (segment->text() == shelf)
                return segment->click();
        FAIL() << shelf.toStdString();
    }
    QString words() const {
        QStringList all;
        for (const auto* label : page.findChildren<QLabel*>())
            if (label->isVisibleTo(&page))
                all.append(label->text());
        return all.join(QLatin1Char('\n'));
    }
};

TEST_F(Journal, IsNoWiderThanOtherPagesAndInTheMiddle) {
    show(someEntries());
    page.resize(1500, 760);
    QTest::qWait(0);
    auto* header = page.findChild<PageHeader*>();
    EXPECT_EQ(header->width(), PageScroll::widest);
    const int left = header->mapTo(&page, QPoint()).x();
    EXPECT_NEAR(left, page.width() - left - header->width(), 1);
}

TEST_F(Journal, SaysThatItIsNeverShared) {
    show({});
    EXPECT_TRUE(words().contains(QStringLiteral("Only on this computer. Never shared.")));
}

TEST_F(Journal, OpensAnEntryFromTheList) {
    show(someEntries());
    openRow(1);
    EXPECT_EQ(source()->toPlainText(), QStringLiteral("What I never said"));
}

// The time counts from the first key, not the last: somebody may never stop.
TEST_F(Journal, SavesWhileSomebodyGoesOnTyping) {
    show(someEntries());
    QSignalSpy saved(&page, &JournalPage::saveWanted);
    openRow(2);
    QTest::keyClicks(source(), QStringLiteral("Not "));
    EXPECT_TRUE(saved.isEmpty());
    int typed = 0;
    for (; saved.isEmpty() && typed < 200; ++typed) {
        QTest::keyClick(source(), Qt::Key_X);
        QTest::qWait(100);
    }
    ASSERT_FALSE(saved.isEmpty());
    EXPECT_EQ(saved.first().at(0).toLongLong(), 9);
    const QString text = saved.first().at(1).toString();
    EXPECT_TRUE(text.startsWith(QStringLiteral("Not x")) &&
                text.endsWith(QStringLiteral("xSlept badly.")))
        << text.toStdString();
}

TEST_F(Journal, ANewEntryIsStoredOnceThereIsAWordInIt) {
    show(someEntries());
    QSignalSpy saved(&page, &JournalPage::saveWanted);
    press("newEntry");
    QTest::keyClicks(source(), QStringLiteral("  "));
    page.settle();
    EXPECT_TRUE(saved.isEmpty());
    QTest::keyClicks(source(), QStringLiteral("hello"));
    page.settle();
    ASSERT_EQ(saved.count(), 1);
    EXPECT_EQ(saved.first().at(0).toLongLong(), 0);
    page.saved(entry(13, source()->toPlainText()));
    QTest::keyClicks(source(), QStringLiteral(" you"));
    page.settle();
    ASSERT_EQ(saved.count(), 2);
    EXPECT_EQ(saved.last().at(0).toLongLong(), 13);
    EXPECT_EQ(saved.last().at(1).toString(), QStringLiteral("  hello you"));
}

TEST_F(Journal, ChangingTheEntrySavesWhatWasBeingWritten) {
    show(someEntries());
    QSignalSpy saved(&page, &JournalPage::saveWanted);
    openRow(0);
    source()->setPlainText(QStringLiteral("other"));
    openRow(2);
    ASSERT_EQ(saved.count(), 1);
    EXPECT_EQ(saved.first().at(0).toLongLong(), 12);
    EXPECT_EQ(source()->toPlainText(), QStringLiteral("other")) << "nobody said it is saved";
    page.saved(entry(12, QStringLiteral("other")));
    openRow(2);
    EXPECT_EQ(source()->toPlainText(), QStringLiteral("Slept badly."));
}

TEST_F(Journal, IsDeletedOnlyOnceTheUndoHasRunOut) {
    show(someEntries());
    QSignalSpy removed(&page, &JournalPage::removeWanted);
    QSignalSpy searched(&page, &JournalPage::searchWanted);
    openRow(1);
    press("remove");
    EXPECT_EQ(part<QListView>("entries")->model()->rowCount(), 2);
    page.setState(someEntries());
    EXPECT_EQ(part<QListView>("entries")->model()->rowCount(), 2);
    part("entriesUndo")->findChild<QAbstractButton*>()->click();
    EXPECT_TRUE(removed.isEmpty());
    EXPECT_EQ(searched.count(), 1);
    page.setState(someEntries());
    openRow(1);
    press("remove");
    page.settle();
    ASSERT_EQ(removed.count(), 1);
    EXPECT_EQ(removed.first().first().toLongLong(), 11);
}

TEST_F(Journal, SearchesAfterAPause) {
    show(someEntries());
    QSignalSpy searched(&page, &JournalPage::searchWanted);
    QTest::keyClicks(part("search"), QStringLiteral("tea"));
    ASSERT_TRUE(searched.wait(1000));
    EXPECT_EQ(searched.count(), 1);
    EXPECT_EQ(searched.first().first().toString(), QStringLiteral("tea"));
    page.setState({{}, false, QStringLiteral("tea")});
    EXPECT_TRUE(words().contains(QStringLiteral("Nothing with these words.")));
}

TEST_F(Journal, TheKeyOfSearchLeadsToTheSearchOfWhatIsShown) {
    show(someEntries());
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
    EXPECT_TRUE(part("search")->hasFocus());
    choose(QStringLiteral("Check-ins"));
    QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
    EXPECT_TRUE(part("checkInsSearch")->hasFocus());
}

TEST_F(Journal, ReadsAsMarkdown) {
    show(someEntries());
    openRow(0);
    for (auto* segment : page.findChildren<QRadioButton*>())
        if (segment->text() == QStringLiteral("Read"))
            segment->click();
    ASSERT_TRUE(part("preview")->isVisibleTo(&page));
    EXPECT_TRUE(
        part<MarkdownPreview>("preview")->toPlainText().contains(QStringLiteral("We talked.")));
}

TEST_F(Journal, AHardMomentIsReadDeletedAndBroughtBack) {
    show({});
    choose(QStringLiteral("Hard moments"));
    EXPECT_TRUE(words().contains(QStringLiteral("No hard moment was kept here.")));
    page.setMoments({someMoments(), false, {}});
    EXPECT_TRUE(words().contains(QStringLiteral("Choose one to read it.")));
    auto* list = part<QListView>("momentsList");
    list->setCurrentIndex(list->model()->index(1, 0));
    EXPECT_TRUE(words().contains(QStringLiteral("A hard moment, 8 of 10")));
    EXPECT_EQ(part<QTextEdit>("momentsBody")->toPlainText(), QStringLiteral("the song"));
    QSignalSpy removed(&page, &JournalPage::momentRemovalWanted);
    press("momentsRemove");
    EXPECT_EQ(list->model()->rowCount(), 1);
    part("momentsUndo")->findChild<QAbstractButton*>()->click();
    EXPECT_EQ(list->model()->rowCount(), 2);
    EXPECT_EQ(part<QTextEdit>("momentsBody")->toPlainText(), QStringLiteral("the song"));
    press("momentsRemove");
    page.settle();
    ASSERT_EQ(removed.count(), 1);
    EXPECT_EQ(removed[0][0].toLongLong(), 4);
}

TEST_F(Journal, ANewEntryIsBegunFromAnyShelf) {
    show(someEntries());
    choose(QStringLiteral("Check-ins"));
    EXPECT_FALSE(source()->isVisibleTo(&page));
    page.startNew();
    EXPECT_TRUE(source()->isVisibleTo(&page));
}

TEST_F(Journal, EveryControlHasAName) {
    show(someEntries());
    openRow(0);
    int controls = 0;
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&page) || !(widget->focusPolicy() & Qt::TabFocus) ||
            widget->focusProxy())
            continue;
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(interface, nullptr);
        EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty())
            << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
        ++controls;
    }
    EXPECT_GE(controls, 4);
    EXPECT_FALSE(words().contains(u'!'));
}

// With MEND_TEST_PICTURES=DIR the page is kept as a picture, to be looked at.
TEST_F(Journal, FitsTheSmallestWindow) {
    Theme theme(*qApp);
    for (const LookChoice look : {LookChoice::Light, LookChoice::Dark})
        for (const QSize size : {QSize(916, 760), QSize(664, 520)})
            for (const bool empty : {true, false}) {
                theme.choose(look);
                show(empty ? JournalState() : someEntries());
                page.resize(size);
                if (!empty)
                    openRow(0);
                page.setMoments({empty ? std::vector<KeptWords>() : someMoments(), false, {}});
                EXPECT_LE(page.minimumSizeHint().width(), 664);
                EXPECT_LE(page.minimumSizeHint().height(), 520);
                QTest::qWait(0);
                if (const QString folder = qEnvironmentVariable("MEND_TEST_PICTURES");
                    !folder.isEmpty())
                    page.grab().save(QDir(folder).filePath(
                        QStringLiteral("journal-%1-%2-%3.png")
                            .arg(empty ? u"empty" : u"full")
                            .arg(size.width())
                            .arg(look == LookChoice::Dark ? u"dark" : u"light")));
            }
}

} // namespace
} // namespace mend::ui
