#include "core/workspace/opening.h"

#include "tests/support/fake_clock.h"
#include "tests/support/full_disk.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

using namespace mend;

namespace {

const NewPerson sam{QStringLiteral("Sam"), Role::Hurt, Relation::Partner};
const QString right = QStringLiteral("seven quiet boats");
const QString another = QStringLiteral("nine loud trains");

struct OpeningTest : testing::Test {
    QTemporaryDir folder;
    test::FakeClock clock;
    Opening opening{folder.filePath(QStringLiteral("vault")), clock, KeyCost::Small};

    QString make() {
        const auto made = opening.createNow(sam, right);
        return made ? made->recoveryCode : QString();
    }
    template <class Done>
    static bool waitFor(Done done) {
        const QDeadlineTimer end(20'000);
        while (!done() && !end.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        return done();
    }
};

} // namespace

TEST_F(OpeningTest, MakesAVaultOnceAndGivesItsRecoveryCode) {
    EXPECT_FALSE(opening.vaultExists());
    const auto made = opening.createNow(sam, right);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->workspace->me().name, sam.name);
    EXPECT_EQ(made->workspace->me().role, Role::Hurt);
    EXPECT_EQ(made->recoveryCode.count(u'-'), 5);
    EXPECT_TRUE(opening.vaultExists());
    EXPECT_EQ(opening.createNow(sam, right).error(), Problem::VaultExists);
}

TEST_F(OpeningTest, OpensWithTheRightPassphraseOnly) {
    EXPECT_EQ(opening.unlockNow(right).error(), Problem::NoVault);
    make();
    EXPECT_EQ(opening.unlockNow(another).error(), Problem::WrongPassphrase);
    EXPECT_EQ(opening.unlockNow({}).error(), Problem::WrongPassphrase);
    EXPECT_TRUE(opening.unlockNow(right));
}

TEST_F(OpeningTest, TheRecoveryCodeOpensAndSetsANewPassphrase) {
    const QString code = make();
    EXPECT_EQ(opening.recoverNow(QStringLiteral("abc"), another).error(), Problem::BadRecoveryCode);
    QString typed = code.toLower();
    ASSERT_TRUE(opening.recoverNow(typed, another));
    EXPECT_EQ(opening.unlockNow(right).error(), Problem::WrongPassphrase);
    EXPECT_TRUE(opening.unlockNow(another));
}

TEST_F(OpeningTest, ACodeOfAnotherVaultIsNoHelp) {
    make();
    QTemporaryDir elsewhere;
    Opening second(elsewhere.filePath(QStringLiteral("vault")), clock, KeyCost::Small);
    const auto foreign = second.createNow(sam, right);
    ASSERT_TRUE(foreign);
    EXPECT_EQ(opening.recoverNow(foreign->recoveryCode, another).error(),
              Problem::WrongRecoveryCode);
    EXPECT_TRUE(opening.unlockNow(right));
}

TEST_F(OpeningTest, WorksAsJobsToo) {
    std::unique_ptr<Workspace> made;
    opening.create(sam, right, [&](Attempt<NewWorkspace> outcome) {
        ASSERT_TRUE(outcome);
        made = std::move(outcome->workspace);
    });
    ASSERT_TRUE(waitFor([&] { return made != nullptr; }));
    made.reset();
    std::optional<Problem> problem;
    opening.unlock(another,
                   [&](Attempt<std::unique_ptr<Workspace>> outcome) { problem = outcome.error(); });
    ASSERT_TRUE(waitFor([&] { return problem.has_value(); }));
    EXPECT_EQ(problem, Problem::WrongPassphrase);
    std::unique_ptr<Workspace> opened;
    opening.unlock(
        right, [&](Attempt<std::unique_ptr<Workspace>> outcome) { opened = std::move(*outcome); });
    EXPECT_TRUE(waitFor([&] { return opened != nullptr; }));
}

TEST_F(OpeningTest, RecoversAsAJob) {
    const QString code = make();
    std::unique_ptr<Workspace> opened;
    opening.recover(code, another, [&](Attempt<std::unique_ptr<Workspace>> outcome) {
        opened = std::move(*outcome);
    });
    ASSERT_TRUE(waitFor([&] { return opened != nullptr; }));
    opened.reset();
    EXPECT_TRUE(opening.unlockNow(another));
}

TEST_F(OpeningTest, ChangesThePassphraseOnlyForWhoKnowsIt) {
    make();
    auto workspace = opening.unlockNow(right);
    ASSERT_TRUE(workspace);
    std::optional<Attempt<void>> outcome;
    const auto take = [&](Attempt<void> o) { outcome = o; };
    (*workspace)->changePassphrase(another, another, take);
    ASSERT_TRUE(waitFor([&] { return outcome.has_value(); }));
    EXPECT_EQ(outcome->error(), Problem::WrongPassphrase);
    outcome.reset();
    (*workspace)->changePassphrase(right, another, take);
    ASSERT_TRUE(waitFor([&] { return outcome.has_value(); }));
    EXPECT_TRUE(*outcome);
    workspace->reset();
    EXPECT_EQ(opening.unlockNow(right).error(), Problem::WrongPassphrase);
    EXPECT_TRUE(opening.unlockNow(another));
}

TEST_F(OpeningTest, ANewRecoveryCodeReplacesTheOld) {
    const QString old = make();
    auto workspace = opening.unlockNow(right);
    ASSERT_TRUE(workspace);
    QString code;
    (*workspace)->newRecoveryCode(right, [&](Attempt<QString> outcome) {
        code = outcome.value_or(QString());
    });
    ASSERT_TRUE(waitFor([&] { return !code.isEmpty(); }));
    std::optional<Problem> problem;
    (*workspace)->newRecoveryCode(another, [&](Attempt<QString> outcome) {
        problem = outcome.error();
    });
    ASSERT_TRUE(waitFor([&] { return problem.has_value(); }));
    EXPECT_EQ(problem, Problem::WrongPassphrase);
    workspace->reset();
    EXPECT_EQ(opening.recoverNow(old, another).error(), Problem::WrongRecoveryCode);
    EXPECT_TRUE(opening.recoverNow(code, another));
}

TEST_F(OpeningTest, ANewKeyKeepsEverythingAndShutsOutTheOldSecrets) {
    const QString oldCode = make();
    {
        auto workspace = opening.unlockNow(right);
        ASSERT_TRUE((*workspace)->addJournal(clock.today(), QStringLiteral("kept")));
        EXPECT_EQ(opening.newKeyNow(right, another).error(), Problem::InUse);
    }
    EXPECT_EQ(opening.newKeyNow(another, another).error(), Problem::WrongPassphrase);
    const auto code = opening.newKeyNow(right, another);
    ASSERT_TRUE(code);
    EXPECT_EQ(opening.unlockNow(right).error(), Problem::WrongPassphrase);
    EXPECT_EQ(opening.recoverNow(oldCode, right).error(), Problem::WrongRecoveryCode);
    auto workspace = opening.unlockNow(another);
    ASSERT_TRUE(workspace);
    EXPECT_EQ((*workspace)->journal({}, 10, 0)->front().text, QStringLiteral("kept"));
    EXPECT_TRUE((*workspace)->verify()->ok);
}

TEST_F(OpeningTest, AnOpenWorkspaceComesBackWithANewKey) {
    const QString oldCode = make();
    auto workspace = opening.unlockNow(right);
    ASSERT_TRUE((*workspace)->addJournal(clock.today(), QStringLiteral("kept")));
    std::optional<Opening::NewKey> made;
    opening.newKey(std::move(*workspace), another,
                   [&](Opening::NewKey outcome) { made = std::move(outcome); });
    ASSERT_TRUE(waitFor([&] { return made.has_value(); }));
    ASSERT_TRUE(made->recoveryCode);
    ASSERT_TRUE(made->workspace);
    EXPECT_EQ(made->workspace->journal({}, 10, 0)->front().text, QStringLiteral("kept"));
    made->workspace.reset();
    EXPECT_EQ(opening.unlockNow(right).error(), Problem::WrongPassphrase);
    EXPECT_EQ(opening.recoverNow(oldCode, right).error(), Problem::WrongRecoveryCode);
    EXPECT_TRUE(opening.unlockNow(another));
}

TEST_F(OpeningTest, WithoutRoomForANewKeyEverythingIsAsItWas) {
    make();
    auto workspace = opening.unlockNow(right);
    std::optional<Opening::NewKey> made;
    {
        const test::FullDisk full(40 * 1024); // less than a copy of the database takes
        opening.newKey(std::move(*workspace), another,
                       [&](Opening::NewKey outcome) { made = std::move(outcome); });
        ASSERT_TRUE(waitFor([&] { return made.has_value(); }));
    }
    EXPECT_EQ(made->recoveryCode.error(), Problem::DiskFull);
    ASSERT_TRUE(made->workspace);
    EXPECT_TRUE(made->workspace->addJournal(clock.today(), QStringLiteral("goes on")));
    made->workspace.reset();
    EXPECT_TRUE(opening.unlockNow(right));
    EXPECT_FALSE(opening.unlockNow(another));
}

TEST_F(OpeningTest, AnOpenWorkspaceKnowsItsPassphrase) {
    const auto made = opening.createNow(sam, right);
    const auto checked = [&](const QString& typed) {
        std::optional<Attempt<void>> outcome;
        made->workspace->checkPassphrase(typed, [&](Attempt<void> done) { outcome = done; });
        EXPECT_TRUE(waitFor([&] { return outcome.has_value(); }));
        return *outcome ? std::nullopt : std::optional(outcome->error());
    };
    EXPECT_EQ(checked(right), std::nullopt);
    EXPECT_EQ(checked(another), Problem::WrongPassphrase);
    EXPECT_EQ(checked({}), Problem::WrongPassphrase);
    const auto changed = [&](const QString& current, const QString& next) {
        std::optional<Attempt<void>> outcome;
        made->workspace->changePassphrase(current, next,
                                          [&](Attempt<void> done) { outcome = done; });
        EXPECT_TRUE(waitFor([&] { return outcome.has_value(); }));
        return *outcome ? std::nullopt : std::optional(outcome->error());
    };
    EXPECT_EQ(changed({}, another), Problem::WrongPassphrase);
    EXPECT_EQ(changed(right, {}), Problem::Empty);
    EXPECT_EQ(checked(right), std::nullopt); // nothing was changed
}

TEST_F(OpeningTest, DraftsThatCanNotBeKeptAreToldUntilTheyAre) {
    const auto made = opening.createNow(sam, right);
    std::vector<Problem> troubles;
    int over = 0;
    QObject::connect(made->workspace.get(), &Workspace::troubled,
                     [&](Problem problem) { troubles.push_back(problem); });
    QObject::connect(made->workspace.get(), &Workspace::troubleOver, [&] { ++over; });
    const QString place = QStringLiteral("today/text");
    {
        const test::FullDisk full;
        made->workspace->saveDraft(place, "words");
        EXPECT_EQ(troubles, std::vector{Problem::DiskFull});
        // That there is nothing in another place can be kept, and ends nothing.
        made->workspace->saveDraft(QStringLiteral("today/note"), {});
        EXPECT_EQ(over, 0);
        EXPECT_EQ(troubles.size(), 2u);
        EXPECT_EQ(made->workspace->draft(place), QByteArray("words"));
    }
    made->workspace->saveDraft(QStringLiteral("today/note"), {});
    EXPECT_EQ(over, 1) << "the words were tried again, too";
    EXPECT_EQ(made->workspace->draft(place), QByteArray("words"));
    made->workspace->saveDraft(place, "more words");
    EXPECT_EQ(troubles.size(), 2u);
    EXPECT_EQ(over, 1); // said once
    EXPECT_EQ(made->workspace->draft(place), QByteArray("more words"));
}

TEST_F(OpeningTest, ErasesEveryFile) {
    make();
    auto workspace = opening.unlockNow(right);
    ASSERT_TRUE(workspace);
    ASSERT_TRUE(opening.erase(std::move(*workspace)));
    EXPECT_FALSE(opening.vaultExists());
    EXPECT_FALSE(QDir(opening.folder()).exists());
}

TEST_F(OpeningTest, WhatIsWrongWithTheFilesIsSaid) {
    const auto path = [&](const char* name) {
        return folder.filePath(QStringLiteral("vault/")) + QLatin1String(name);
    };
    const auto write = [&](const QString& to, const QByteArray& bytes) {
        QFile file(to);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    make();
    QFile good(path("vault.db"));
    ASSERT_TRUE(good.open(QIODevice::ReadOnly));
    const QByteArray database = good.readAll();
    write(path("vault.db"), QByteArray(8192, 'x'));
    EXPECT_EQ(opening.unlockNow(right).error(), Problem::Damaged);
    write(path("vault.db"), QByteArray("SQLite format 3\0", 16) + database.sliced(16));
    EXPECT_EQ(opening.unlockNow(right).error(), Problem::NotEncrypted);
    write(path("vault.db"), database);
    EXPECT_TRUE(opening.unlockNow(right));
    Opening nowhere(QStringLiteral("/proc/nowhere/vault"), clock, KeyCost::Small);
    EXPECT_EQ(nowhere.createNow(sam, right).error(), Problem::NoFolder);
}

TEST_F(OpeningTest, ADamagedKeyFileIsSaidAndLeftAlone) {
    make();
    QFile file(opening.folder() + QStringLiteral("/vault.keys"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("nothing that makes sense");
    file.close();
    EXPECT_EQ(opening.unlockNow(right).error(), Problem::KeyFileDamaged);
    EXPECT_EQ(file.size(), 24);
}

TEST_F(OpeningTest, AReadingMadeAnewIsTheSameAndIsTold) {
    make();
    const auto workspace = opening.unlockNow(right);
    ASSERT_TRUE(workspace);
    Workspace& w = **workspace;
    ASSERT_TRUE(w.shareNote(clock.today(), {NoteKind::Plan, QStringLiteral("tea"), {}}));
    int told = 0;
    QObject::connect(&w, &Workspace::changed, [&] { ++told; });
    ASSERT_TRUE(Opening::rebuildNow(w));
    EXPECT_EQ(told, 1);
    EXPECT_EQ(w.older({}, std::nullopt, 5)->entries.size(), 1u);
    EXPECT_TRUE(w.verify()->ok);
}
