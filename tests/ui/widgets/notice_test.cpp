#include "tests/ui/widgets/themed_test.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/undo_bar.h"

#include <QSignalSpy>

using namespace mend::ui;
using namespace mend::test;

namespace {

struct NoticeTest : ThemedTest {
    NoticeTest() { host.show(); }
    /// Since the last time.
    QStringList announced() {
        QStringList all;
        while (!spy.isEmpty())
            all << spy.takeFirst().first().toString();
        return all;
    }
    const QString full = QStringLiteral("The disk is full.");
    QWidget host;
    Banner* banner = new Banner(&host);
    QSignalSpy spy{banner, &Notice::announced};
};

} // namespace

TEST_F(NoticeTest, IsAnnouncedWhenItComesUp) {
    banner->setText(full);
    EXPECT_EQ(announced(), QStringList{full});
    EXPECT_EQ(heard(banner)->role(), QAccessible::Notification);
    EXPECT_EQ(heard(banner)->text(QAccessible::Name), full);
}

TEST_F(NoticeTest, AnOfferToUndoIsOne) {
    UndoBar undo(&host);
    QSignalSpy offered(&undo, &Notice::announced);
    undo.offer(QStringLiteral("Deleted."));
    ASSERT_EQ(offered.count(), 1);
    EXPECT_EQ(offered[0][0].toString(), QStringLiteral("Deleted."));
    undo.offer(QStringLiteral("Deleted."));
    EXPECT_EQ(offered.count(), 2) << "it is another one";
    EXPECT_EQ(heard(&undo)->role(), QAccessible::Notification);
}

TEST_F(NoticeTest, TheSameWordsAgainAreNoNewsAndOthersAre) {
    banner->setText(full);
    (void)announced();
    banner->setText(full);
    EXPECT_EQ(announced(), QStringList());
    banner->setText(QStringLiteral("The folder is read-only."));
    EXPECT_EQ(announced(), QStringList{QStringLiteral("The folder is read-only.")});
    banner->setText({});
    EXPECT_EQ(announced(), QStringList());
    banner->setText(full);
    EXPECT_EQ(announced(), QStringList{full});
}

TEST_F(NoticeTest, OnAPageBehindAnotherIsAnnouncedOnceSomebodyComesToIt) {
    host.hide();
    banner->setText(full);
    EXPECT_EQ(announced(), QStringList());
    host.show();
    EXPECT_EQ(announced(), QStringList{full});
}
