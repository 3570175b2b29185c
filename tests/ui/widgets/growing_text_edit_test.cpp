#include "ui/widgets/growing_text_edit.h"

#include "tests/ui/widgets/themed_test.h"
#include "ui/widgets/too_long.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace mend::ui;
using namespace mend::test;

namespace {

class GrowingTextEditTest : public ThemedTest {
protected:
    GrowingTextEditTest() {
        edit.setLines(2, 5);
        edit.resize(400, edit.sizeHint().height());
        edit.show();
    }
    GrowingTextEdit edit{QStringLiteral("What helped?")};
};

} // namespace

TEST_F(GrowingTextEditTest, GrowsWithWhatIsWrittenUpToItsLimit) {
    const int empty = edit.sizeHint().height();
    edit.setText(QStringLiteral("one\ntwo\nthree\nfour"));
    const int four = edit.sizeHint().height();
    EXPECT_GT(four, empty);
    edit.setText(QStringLiteral("line\n").repeated(50));
    const int full = edit.sizeHint().height();
    EXPECT_GT(full, four);
    EXPECT_LT(full, 2 * four);
    EXPECT_EQ(edit.verticalScrollBarPolicy(), Qt::ScrollBarAsNeeded);
    edit.setText({});
    EXPECT_EQ(edit.sizeHint().height(), empty);
    EXPECT_EQ(edit.verticalScrollBarPolicy(), Qt::ScrollBarAlwaysOff);
}

// Laying out a long text takes seconds, and its height doesn't need more than its beginning.
TEST_F(GrowingTextEditTest, IsAsHighAsItGetsWithoutReadingALongTextToItsEnd) {
    edit.setText(QStringLiteral("one line of many\n").repeated(10'000));
    const int full = edit.sizeHint().height();
    EXPECT_EQ(edit.verticalScrollBarPolicy(), Qt::ScrollBarAsNeeded);
    edit.resize(300, full);
    EXPECT_EQ(edit.sizeHint().height(), full);
    EXPECT_EQ(edit.document()->lastBlock().layout()->lineCount(), 0) << "it was laid out";
}

TEST_F(GrowingTextEditTest, TellsEditsByThePersonOnly) {
    QSignalSpy edited(&edit, &GrowingTextEdit::edited);
    edit.setText(QStringLiteral("kept from yesterday"));
    EXPECT_EQ(edited.count(), 0);
    EXPECT_FALSE(edit.document()->isUndoAvailable());
    QTest::keyClicks(&edit, QStringLiteral("x"));
    ASSERT_EQ(edited.count(), 1);
    EXPECT_EQ(edited.at(0).at(0).toString(), edit.text());
    EXPECT_TRUE(edit.document()->isUndoAvailable());
}

TEST_F(GrowingTextEditTest, SaysWhenItIsTooLongAndCutsNothing) {
    QSignalSpy over(&edit, &GrowingTextEdit::overLimitChanged);
    edit.setByteLimit(4);
    edit.setText(QStringLiteral("äöü")); // six bytes
    EXPECT_TRUE(edit.isOverLimit());
    EXPECT_EQ(edit.text(), QStringLiteral("äöü"));
    edit.setText(QStringLiteral("äö"));
    EXPECT_FALSE(edit.isOverLimit());
    EXPECT_EQ(over.count(), 2);
    edit.setText(QStringLiteral("äöü"));
    edit.setByteLimit(0);
    EXPECT_FALSE(edit.isOverLimit());
}

// Below the field, and to who hears the field.
TEST_F(GrowingTextEditTest, WhyItIsTooLongIsSaidBesideIt) {
    QWidget form;
    auto* field = new GrowingTextEdit(QStringLiteral("Note"), &form);
    field->setByteLimit(4);
    const TooLong said(field);
    EXPECT_FALSE(said.isVisibleTo(&form));
    field->setText(QStringLiteral("five!"));
    EXPECT_TRUE(said.isVisibleTo(&form));
    EXPECT_TRUE(said.text().contains(QStringLiteral("shorten it")));
    EXPECT_EQ(field->accessibleDescription(), said.text());
    field->setText(QStringLiteral("four"));
    EXPECT_FALSE(said.isVisibleTo(&form));
    EXPECT_TRUE(field->accessibleDescription().isEmpty());
}

TEST_F(GrowingTextEditTest, ControlEnterSubmitsAndEnterIsANewLine) {
    QSignalSpy submitted(&edit, &GrowingTextEdit::submitted);
    QTest::keyClick(&edit, Qt::Key_Return);
    EXPECT_EQ(edit.text(), QStringLiteral("\n"));
    EXPECT_EQ(submitted.count(), 0);
    QTest::keyClick(&edit, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(submitted.count(), 1);
    EXPECT_EQ(edit.text(), QStringLiteral("\n"));
}

TEST_F(GrowingTextEditTest, ABlankLineTakesTwoEntersAndKeepsItsHeight) {
    QTest::keyClicks(&edit, QStringLiteral("a"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClicks(&edit, QStringLiteral("b"));
    EXPECT_EQ(edit.text(), QStringLiteral("a\n\nb"));
    const double first = edit.document()->firstBlock().blockFormat().lineHeight();
    EXPECT_GT(first, 100.0);
    EXPECT_DOUBLE_EQ(edit.document()->lastBlock().blockFormat().lineHeight(), first);
    edit.undo();
    EXPECT_NE(edit.text(), QStringLiteral("a\n\nb"));
}

TEST_F(GrowingTextEditTest, NothingIsWrittenIntoWhatMayOnlyBeRead) {
    edit.setReadOnly(true);
    QTest::keyClick(&edit, Qt::Key_Return);
    EXPECT_TRUE(edit.text().isEmpty());
}

TEST_F(GrowingTextEditTest, TakesPlainTextOnlyAndLetsTabGoOn) {
    EXPECT_FALSE(edit.acceptRichText());
    EXPECT_TRUE(edit.tabChangesFocus());
}

TEST_F(GrowingTextEditTest, IsATextFieldWithItsNameToAScreenReader) {
    QAccessibleInterface* bus = heard(&edit);
    EXPECT_EQ(bus->role(), QAccessible::EditableText);
    EXPECT_EQ(bus->text(QAccessible::Name), QStringLiteral("What helped?"));
    ASSERT_NE(bus->editableTextInterface(), nullptr);
    bus->editableTextInterface()->insertText(0, QStringLiteral("a walk"));
    EXPECT_EQ(edit.text(), QStringLiteral("a walk"));
}
