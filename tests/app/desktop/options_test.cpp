#include "app/desktop/options.h"

#include <QDir>
#include <gtest/gtest.h>

using namespace mend::desktop;

namespace {
CommandLine read(const QStringList& said) {
    return readCommandLine(QStringList{QStringLiteral("mend")} + said);
}
} // namespace

TEST(Options, KeepEverythingInTheUsersDataFolder) {
    const auto line = read({});
    ASSERT_TRUE(line.options);
    EXPECT_TRUE(line.options->dataFolder.endsWith(QStringLiteral("/mend")));
    EXPECT_TRUE(line.options->network.multicast);
    EXPECT_TRUE(line.options->network.peers.isEmpty());
}

TEST(Options, TakeAFolderAndANetwork) {
    const auto line =
        read({QStringLiteral("--data-dir"), QStringLiteral("there"), QStringLiteral("--listen"),
              QStringLiteral("127.0.0.1:4000"), QStringLiteral("--peer"), QStringLiteral("a:1"),
              QStringLiteral("--peer=b:2"), QStringLiteral("--no-multicast")});
    ASSERT_TRUE(line.options);
    EXPECT_EQ(line.options->dataFolder, QDir(QStringLiteral("there")).absolutePath());
    EXPECT_EQ(line.options->network.listen, QStringLiteral("127.0.0.1:4000"));
    EXPECT_EQ(line.options->network.peers,
              QStringList({QStringLiteral("a:1"), QStringLiteral("b:2")}));
    EXPECT_FALSE(line.options->network.multicast);
}

TEST(Options, AnAddressThatCantBeReadIsNotListenedOnOrDialled) {
    for (const auto& said :
         {QStringLiteral("--listen=127.0.0.1:four"), QStringLiteral("--peer=alex")}) {
        const auto line = read({said});
        EXPECT_TRUE(line.wrong);
        EXPECT_FALSE(line.options);
    }
}

TEST(Options, TheLogIsOffUnlessAskedFor) {
    EXPECT_FALSE(read({}).options->log);
    EXPECT_TRUE(read({QStringLiteral("--log")}).options->log);
}

TEST(Options, HelpAndVersionAreSaidAndEnd) {
    for (const auto& option : {QStringLiteral("--help"), QStringLiteral("--version")}) {
        const auto line = read({option});
        EXPECT_FALSE(line.options);
        EXPECT_FALSE(line.wrong);
        EXPECT_FALSE(line.words.isEmpty());
    }
    EXPECT_TRUE(read({QStringLiteral("--help")}).words.contains(QStringLiteral("--data-dir")));
}

TEST(Options, WrongUsageIsSaid) {
    for (const auto& said : {QStringLiteral("--nonsense"), QStringLiteral("folder")}) {
        const auto line = read({said});
        EXPECT_FALSE(line.options);
        EXPECT_TRUE(line.wrong);
        EXPECT_TRUE(line.words.contains(said.mid(said.lastIndexOf(u'-') + 1)));
    }
}
