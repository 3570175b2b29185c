#include "ui/widgets/seam_painter.h"

#include "tests/ui/widgets/themed_test.h"
#include "ui/models/day_text.h"
#include "ui/widgets/shard_widget.h"

#include <QLabel>
#include <QPainter>
#include <QSet>

using namespace mend::ui;
using namespace mend::test;
using mend::DayState;

namespace {

constexpr DayState every[] = {DayState::Confirmed,  DayState::Kept,   DayState::Partly,
                              DayState::MissedTold, DayState::Missed, DayState::Differs,
                              DayState::Excused,    DayState::Open};
const Tokens& light = tokens(Look::Light);

QImage drawn(DayState state, int size = shardSize) {
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(light.surface);
    QPainter painter(&image);
    paintShard(painter, image.rect(), state, light);
    return image;
}

QImage drawn(const SeamPiece& piece, int height = 120) {
    QImage image(seamWidth, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(light.surface);
    QPainter painter(&image);
    paintSeam(painter, image.rect(), piece, light);
    return image;
}

int countOf(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

/// Pixels of gold across the seam in one row.
int goldAcross(const QImage& image, int y) {
    return countOf(image.copy(0, y, image.width(), 1), light.gold);
}

bool isPlain(const QImage& image) {
    return countOf(image, light.surface) == image.width() * image.height();
}

} // namespace

TEST(Shard, MissedAndOpenHaveNoMark) {
    for (const DayState state : every) {
        EXPECT_EQ(isPlain(drawn(state)), !isMarked(state)) << int(state);
    }
    EXPECT_FALSE(isMarked(DayState::Missed));
    EXPECT_FALSE(isMarked(DayState::Open));
}

TEST(Shard, EveryStateLooksAndReadsDifferently) {
    QSet<QString> texts;
    QList<QImage> pictures;
    for (const DayState state : every) {
        EXPECT_FALSE(stateSentence(state).isEmpty());
        texts << stateSentence(state);
        if (!isMarked(state))
            continue;
        EXPECT_FALSE(pictures.contains(drawn(state))) << int(state);
        pictures << drawn(state);
    }
    EXPECT_EQ(texts.size(), std::size(every));
}

TEST(Shard, ConfirmedHoldsMoreGoldThanKeptByOnesOwnWord) {
    constexpr int large = 56; // large enough that edges don't count
    const int confirmed = countOf(drawn(DayState::Confirmed, large), light.gold);
    const int partly = countOf(drawn(DayState::Partly, large), light.gold);
    const int kept = countOf(drawn(DayState::Kept, large), light.gold);
    EXPECT_GT(confirmed, partly);
    EXPECT_GT(partly, kept);
    EXPECT_GT(kept, 0);
}

TEST(Shard, SeenDifferentlyHasBothHuesAndNoGold) {
    const QImage image = drawn(DayState::Differs);
    EXPECT_TRUE(shows(image, light.you));
    EXPECT_TRUE(shows(image, light.partner));
    EXPECT_FALSE(shows(image, light.gold));
}

TEST(Shard, ToldFirstIsTwoHalvesApart) {
    const QImage image = drawn(DayState::MissedTold);
    EXPECT_EQ(image.pixelColor(shardSize / 2, shardSize / 2), light.surface);
    EXPECT_EQ(image.pixelColor(2, shardSize / 2), light.gold);
    EXPECT_EQ(image.pixelColor(shardSize - 3, shardSize / 2), light.gold);
}

TEST(Shard, NothingIsEverRed) {
    for (const DayState state : every) {
        const QImage image = drawn(state, 56);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor c = image.pixelColor(x, y);
                EXPECT_FALSE(c.red() > 2 * c.green() && c.red() > 2 * c.blue()) << int(state);
            }
    }
}

TEST(Seam, CountsADaysMarksInWords) {
    EXPECT_EQ(shardsText({}), QString());
    EXPECT_EQ(shardsText({DayState::Missed, DayState::Open}), QString());
    EXPECT_EQ(shardsText({DayState::Confirmed, DayState::Partly, DayState::Confirmed}),
              QStringLiteral("2 kept, and confirmed; 1 partly kept"));
}

TEST(Seam, IsTwoPixelsOfGoldForEachConfirmedShardUpToEight) {
    std::vector<DayState> day = {DayState::Kept, DayState::Missed};
    EXPECT_EQ(seamThickness(day), 0);
    for (const int expected : {2, 4, 6, 8, 8}) {
        day.push_back(DayState::Confirmed);
        EXPECT_EQ(seamThickness(day), expected);
    }
}

TEST(Seam, HasRoomForFourShardsAndTheRest) {
    EXPECT_EQ(seamHeight({}), 0);
    EXPECT_EQ(seamHeight({DayState::Missed}), 0);
    EXPECT_EQ(seamHeight({DayState::Kept}), shardSize);
    const std::vector<DayState> four(4, DayState::Kept);
    EXPECT_EQ(seamHeight(four), 4 * shardSize + 3 * shardGap);
    const int more = seamHeight(std::vector<DayState>(5, DayState::Kept));
    EXPECT_GT(more, seamHeight(four));
    EXPECT_EQ(seamHeight(std::vector<DayState>(9, DayState::Kept)), more);
}

TEST(Seam, IsAsThickAsItsDaysSay) {
    SeamPiece piece;
    piece.above = 2;
    piece.below = 8;
    const QImage image = drawn(piece);
    EXPECT_EQ(goldAcross(image, 10), 2);
    EXPECT_EQ(goldAcross(image, 110), 8);
}

TEST(Seam, IsAQuietLineWhereNothingWasConfirmed) {
    const QImage image = drawn(SeamPiece{});
    EXPECT_FALSE(shows(image, light.gold));
    EXPECT_EQ(countOf(image.copy(0, 10, image.width(), 1), light.inkSoft), 1);
}

TEST(Seam, IsWholeInRowsOfAnyHeight) {
    SeamPiece piece;
    piece.above = piece.below = 4;
    for (const int height : {44, 45, 61, 88, 97}) {
        const QImage image = drawn(piece, height);
        for (int y = 0; y < height; ++y)
            EXPECT_EQ(goldAcross(image, y), 4) << height << " at " << y;
    }
}

TEST(Seam, IsWholeBetweenRowsOnScaledScreens) {
    SeamPiece piece;
    piece.above = piece.below = 4;
    for (const double scale : {1.25, 1.5, 2.0}) {
        QImage image(qRound(seamWidth * scale), qRound(90 * scale),
                     QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        image.fill(light.surface);
        {
            QPainter painter(&image);
            paintSeam(painter, QRectF(0, 0, seamWidth, 45), piece, light);
            paintSeam(painter, QRectF(0, 45, seamWidth, 45), piece, light);
        }
        for (int y = 0; y < image.height(); ++y)
            EXPECT_EQ(image.pixelColor(image.width() / 2, y), light.gold) << scale << " at " << y;
    }
}

TEST(Seam, BeginsAndEndsWithItsDays) {
    SeamPiece piece;
    piece.first = true;
    const QImage begin = drawn(piece);
    EXPECT_TRUE(isPlain(begin.copy(0, 0, seamWidth, 50)));
    EXPECT_FALSE(isPlain(begin.copy(0, 70, seamWidth, 50)));
    piece = SeamPiece{};
    piece.last = true;
    const QImage end = drawn(piece);
    EXPECT_FALSE(isPlain(end.copy(0, 0, seamWidth, 50)));
    EXPECT_TRUE(isPlain(end.copy(0, 70, seamWidth, 50)));
}

TEST(Seam, ForksWhereTheTwoSawItDifferently) {
    SeamPiece piece;
    piece.shards = {DayState::Differs};
    const QImage image = drawn(piece);
    EXPECT_TRUE(shows(image.copy(0, 0, 12, 120), light.you));
    EXPECT_FALSE(isPlain(image.copy(28, 0, 12, 120)));
    // It has parted before the first mark, so that nothing is drawn across one.
    constexpr int mark = 12; // where the first one begins
    EXPECT_TRUE(isPlain(image.copy(seamWidth / 2 - 9, mark, 2, shardSize)));
    EXPECT_EQ(seamHeight(piece.shards), shardSize + 2 * (12 - shardGap));
    piece.shards = {DayState::Confirmed};
    EXPECT_TRUE(isPlain(drawn(piece).copy(0, 0, 12, 120)));
}

class ShardWidgetTest : public ThemedTest {};

TEST_F(ShardWidgetTest, SaysWhatItsMarkMeans) {
    ShardWidget one(DayState::Confirmed);
    EXPECT_EQ(one.toolTip(), stateSentence(DayState::Confirmed));
    EXPECT_EQ(heard(&one)->text(QAccessible::Name), stateSentence(DayState::Confirmed));
    one.setStates({DayState::Kept, DayState::Kept});
    EXPECT_EQ(heard(&one)->text(QAccessible::Name), QStringLiteral("2 kept, by one’s own word"));
    EXPECT_EQ(one.sizeHint().width(), 2 * shardSize + shardGap);
}

TEST_F(ShardWidgetTest, TheLegendSaysEveryStateInTheWordsOfItsMark) {
    mend::guide::Legend marks{QStringLiteral("Marks"), {}};
    for (const DayState state : every)
        marks.marks.push_back({state, QStringLiteral("meaning %1").arg(int(state))});
    const SeamLegend legend(marks);
    EXPECT_EQ(legend.accessibleName(), marks.title);
    QStringList words;
    for (const auto* label : legend.findChildren<QLabel*>())
        words << label->text();
    for (const mend::guide::Mark& mark : marks.marks) {
        EXPECT_TRUE(words.contains(capitalised(stateWords(mark.state)))) << int(mark.state);
        EXPECT_TRUE(words.contains(mark.text)) << int(mark.state);
    }
    EXPECT_EQ(legend.findChildren<ShardWidget*>().size(), qsizetype(std::size(every)));
}
