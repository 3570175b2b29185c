// Pairing over real sockets on one machine; what needs a network is in namespace_test.cpp.

#include "core/sync/transport/address.h"
#include "core/sync/transport/tls.h"
#include "tests/core/sync/transport/pairing_service_fixture.h"
#include "tests/support/logged.h"

#include <QTcpServer>

namespace {

// Knows the nameplate, and has a TLS key of their own.
struct PairingStranger : PairingHere {
    std::unique_ptr<Link> strangersLink() {
        auto link = std::make_unique<Link>(Link::Dialled::ByMe, pairingTls(stranger), std::nullopt,
                                           pairingFrameLimit);
        const int nameplate = shown().nameplate();
        const auto address = *parseHostPort(alex.service->address());
        link->dial(address.host, address.port, [this, nameplate] {
            return sealPreamble(AnnouncementKeys::ofNameplate(nameplate).preamble,
                                {random.fixed<Incarnation>(), 1, 0}, alex.clock.nowMs(), random);
        });
        return link;
    }
    FixedRandom random{9};
    crypto::TlsIdentity stranger = crypto::TlsIdentity::generate();
};

} // namespace

TEST_F(PairingHere, TwoPeoplePair) {
    sam.service->setListenPort(61234);
    ASSERT_TRUE(asking());
    EXPECT_EQ(alex.service->partner()->name, u"Sam"_s);
    EXPECT_EQ(sam.service->partner()->name, u"Alex"_s);
    EXPECT_FALSE(alex.vault.paired || sam.vault.paired);
    alex.service->decide(true);
    EXPECT_EQ(alex.service->phase(), PairingPhase::Waiting);
    sam.service->decide(true);
    ASSERT_TRUE(
        waitUntil([&] { return alex.ended(PairingEnd::Paired) && sam.ended(PairingEnd::Paired); }));
    EXPECT_EQ(alex.paired, 1);
    EXPECT_EQ(alex.vault.pairKey, sam.vault.pairKey);
    EXPECT_EQ(alex.vault.partner, sam.vault.identityId());
    EXPECT_EQ(alex.vault.partnerCertificate, sam.vault.tls.certificateDer());
    EXPECT_TRUE(alex.vault.provisional && sam.vault.provisional);
    EXPECT_EQ(alex.vault.known, QStringList(u"127.0.0.1:61234"_s)); // Sam's fixed port
    ASSERT_EQ(sam.vault.known.size(), 1);                           // Alex's of the day
    EXPECT_GE(parseHostPort(sam.vault.known[0])->port, firstPort);
    EXPECT_EQ(alex.service->partner(), nullptr);
    EXPECT_TRUE(alex.service->code().isEmpty());
}

TEST_F(PairingHere, AWrongCodeIsBurntOnBothScreens) {
    show();
    enter(nobodys());
    // Another nameplate doesn't even get a byte.
    ASSERT_TRUE(waitUntil([&] { return !sam.service->isRunning(); }));
    EXPECT_EQ(alex.service->phase(), PairingPhase::Showing);

    QString text = alex.service->code().remove(u' ');
    for (int secret = 0; secret < 100 && sam.service->phase() == PairingPhase::Ended; ++secret) {
        // The right nameplate, other secret digits, a check digit that fits.
        for (int check = 0; check < 10; ++check) {
            const QString typed = text.left(2) + QString::number(secret).rightJustified(6, u'0') +
                                  QString::number(check);
            const auto code = crypto::PairingCode::parse(typed);
            if (code && *code != shown()) {
                enter(*code);
                break;
            }
        }
    }
    ASSERT_TRUE(waitUntil(
        [&] { return alex.ended(PairingEnd::WrongCode) && sam.ended(PairingEnd::WrongCode); }));
    EXPECT_FALSE(alex.vault.paired || sam.vault.paired);
    EXPECT_FALSE(alex.service->partner() || sam.service->partner());
}

TEST_F(PairingStranger, AStrangerWhoStopsBurnsNothing) {
    show();
    const QString code = alex.service->code();
    for (int i = 0; i < 3; ++i) {
        auto link = strangersLink();
        ASSERT_TRUE(waitUntil([&] { return link->isReady(); }));
        link->send(i == 0 ? QByteArray("no message") : QByteArray::fromHex("a0"));
        letWork(100);
        link.reset();
        letWork(50);
    }
    EXPECT_EQ(alex.service->code(), code);
    enter(shown());
    EXPECT_TRUE(bothIn(PairingPhase::Asking));
}

TEST_F(PairingStranger, ASecondTyperMeanwhileIsRefused) {
    show();
    auto first = strangersLink();
    ASSERT_TRUE(waitUntil([&] { return first->isReady(); }));
    letWork(50);
    enter(shown());
    ASSERT_TRUE(waitUntil([&] { return sam.ended(PairingEnd::CantReach); }));
    EXPECT_EQ(alex.service->phase(), PairingPhase::Showing);
    first.reset();
    letWork(100);
    enter(shown()); // once the first is gone
    EXPECT_TRUE(bothIn(PairingPhase::Asking));
}

TEST_F(PairingHere, NoIsSaidToTheOther) {
    ASSERT_TRUE(asking());
    sam.service->decide(true);
    alex.service->decide(false);
    EXPECT_TRUE(waitUntil([&] { return sam.ended(PairingEnd::CancelledThere); }));
    EXPECT_TRUE(alex.ended(PairingEnd::Cancelled));
    EXPECT_FALSE(alex.vault.paired || sam.vault.paired);
    EXPECT_FALSE(alex.vault.prepared || sam.vault.prepared); // a log that nobody will read
}

TEST_F(PairingHere, CancellingAtEachStepLeavesNoTrustAndNobodyStuck) {
    show();
    alex.service->cancel();
    EXPECT_TRUE(alex.ended(PairingEnd::Cancelled));

    sam.service->enter(nobodys(), {}, Before::ShareAll, 60); // searching
    sam.service->cancel();
    EXPECT_TRUE(sam.ended(PairingEnd::Cancelled));

    for (const bool shower : {true, false}) {
        ASSERT_TRUE(asking());
        (shower ? alex : sam).service->cancel();
        EXPECT_TRUE(
            waitUntil([&] { return (shower ? sam : alex).ended(PairingEnd::CancelledThere); }));
    }
    ASSERT_TRUE(asking());
    sam.service->decide(true); // waiting
    sam.service->cancel();
    EXPECT_TRUE(waitUntil([&] { return alex.ended(PairingEnd::CancelledThere); }));
    EXPECT_FALSE(alex.vault.paired || sam.vault.paired);
    EXPECT_TRUE(asking()); // and it can be begun again
}

TEST_F(PairingHere, ItsBeginningAndItsEndAreLoggedWithoutContent) {
    const test::Logged log;
    show();
    alex.service->cancel();
    EXPECT_EQ(log.lines(), "mend: pairing started 0\nmend: pairing ended " +
                               QByteArray::number(int(PairingEnd::Cancelled)) + '\n');
}

TEST_F(PairingHere, ACodeExpires) {
    show(1);
    const auto code = shown();
    EXPECT_EQ(alex.service->validUntil(), alex.clock.nowMs() + 1000);
    const QString address = alex.service->address();
    EXPECT_TRUE(waitUntil([&] { return alex.ended(PairingEnd::TimedOut); }));
    sam.service->enter(code, address, Before::ShareAll, 5);
    EXPECT_TRUE(waitUntil([&] { return sam.ended(PairingEnd::CantReach); }));
}

TEST_F(PairingHere, ACodeExpiresWhileTheComputerSleeps) {
    show(600);
    const auto code = shown();
    alex.clock.advanceMs(600'001); // timers stood still
    sam.clock.advanceMs(600'001);
    enter(code);
    EXPECT_TRUE(waitUntil([&] { return alex.ended(PairingEnd::TimedOut); }));
    EXPECT_TRUE(waitUntil([&] { return sam.ended(PairingEnd::CantReach); }));
    EXPECT_FALSE(alex.vault.paired || sam.vault.paired);
}

TEST_F(PairingHere, TwoPeopleHaveTenMinutesToDecideHoweverShortTheSearchWas) {
    show(60);
    enter(shown(), 1);
    ASSERT_TRUE(bothIn(PairingPhase::Asking));
    EXPECT_EQ(sam.service->validUntil(), sam.clock.nowMs() + 600'000);
    EXPECT_EQ(alex.service->validUntil(), alex.clock.nowMs() + 600'000);
    alex.clock.advanceMs(599'000);
    sam.clock.advanceMs(599'000);
    EXPECT_FALSE(waitUntil(
        [&] { return alex.phase() != PairingPhase::Asking || sam.phase() != PairingPhase::Asking; },
        2500)); // longer than the search had, and than the clock is looked at
    sam.clock.advanceMs(2'000);
    EXPECT_TRUE(waitUntil([&] { return sam.ended(PairingEnd::TimedOut); }));
    EXPECT_FALSE(alex.vault.paired || sam.vault.paired);
}

// The other computer, played by hand up to the typer's confirmation, then gone without a word: what
// a lost network looks like.
TEST_F(PairingHere, SilenceAfterTheConfirmationSaysNothingAboutTheCode) {
    const auto code = nobodys();
    const auto key = AnnouncementKeys::ofNameplate(code.nameplate()).preamble;
    std::unique_ptr<Link> link;
    std::unique_ptr<PairingRun> run;
    bool silent = false;
    const auto say = [&](const PairingRun::Step& step) {
        silent = run->tried(); // their confirmation has come, and the answer stays away
        for (const QByteArray& message : step.send)
            if (!silent)
                link->send(message);
    };
    Listener listener(
        [&](const QByteArray& bytes) { return openPreamble(key, bytes, alex.clock.nowMs()); });
    QObject::connect(&listener, &Listener::proven, [&](qintptr socket) {
        link = std::make_unique<Link>(Link::Dialled::ByThem, pairingTls(alex.vault.tls),
                                      std::nullopt, pairingFrameLimit);
        QObject::connect(link.get(), &Link::ready, [&] {
            const SeenCertificates seen{alex.vault.tls.fingerprint(), link->peer()};
            run = std::make_unique<PairingRun>(
                PairingSide::Shower, code, seen,
                PairingSelf{*alex.vault.introduction(), alex.vault.identity,
                            [&](const IdentityId& partner) {
                                return alex.vault.prepareLog(partner, Before::ShareAll);
                            }},
                alex.random);
            say(run->start());
        });
        QObject::connect(link.get(), &Link::received,
                         [&](const QByteArray& message) { say(run->receive(message)); });
        link->accept(socket);
    });
    ASSERT_TRUE(listener.start(QHostAddress::LocalHost, {}, true));
    sam.service->enter(code, u"127.0.0.1:%1"_s.arg(listener.serverPort()), Before::ShareAll, 60);
    ASSERT_TRUE(waitUntil([&] { return silent; }));
    EXPECT_EQ(sam.phase(), PairingPhase::Proving);
    ASSERT_TRUE(waitUntil([&] { return !sam.service->isRunning(); }, 20'000));
    EXPECT_EQ(sam.service->end(), PairingEnd::CancelledThere);
}

TEST_F(PairingHere, ACodeThatIsOverIsNotShownToWhoWakesTheComputer) {
    show(600);
    alex.clock.advanceMs(600'001); // and nobody types it
    EXPECT_TRUE(waitUntil([&] { return alex.ended(PairingEnd::TimedOut); }));
    EXPECT_TRUE(alex.service->code().isEmpty());
}

TEST_F(PairingHere, NobodyWhoShowsTheCodeIsNotFound) {
    if (connectedInterfaces().isEmpty())
        GTEST_SKIP() << "no network to look on";
    sam.service->enter(nobodys(), {}, Before::ShareAll, 1);
    EXPECT_TRUE(waitUntil([&] { return sam.ended(PairingEnd::NotFound); }));
}

TEST_F(PairingHere, APortThatIsTakenIsSaid) {
    QTcpServer taken;
    ASSERT_TRUE(taken.listen(QHostAddress::LocalHost));
    alex.service->show(Before::ShareAll, here + u':' + QString::number(taken.serverPort()), 60);
    EXPECT_TRUE(alex.ended(PairingEnd::CantListen));
}

TEST_F(PairingHere, SomethingElseThatAnswersIsNotMend) {
    show();
    QTcpServer web;
    ASSERT_TRUE(web.listen(QHostAddress::LocalHost));
    QObject::connect(&web, &QTcpServer::newConnection, &web, [&] {
        web.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    sam.service->enter(shown(), here + u':' + QString::number(web.serverPort()), Before::ShareAll,
                       60);
    EXPECT_TRUE(waitUntil([&] { return sam.ended(PairingEnd::CantReach); }));
}

TEST_F(PairingHere, AVaultThatCantStoreSaysSo) {
    ASSERT_TRUE(asking());
    alex.vault.storageFails = true;
    alex.service->decide(true);
    sam.service->decide(true);
    EXPECT_TRUE(waitUntil([&] { return alex.ended(PairingEnd::Storage); }));
    EXPECT_FALSE(alex.vault.paired);
    EXPECT_TRUE(waitUntil([&] { return sam.ended(PairingEnd::Paired); }));
    EXPECT_TRUE(sam.vault.provisional); // shares nothing, and a new pairing may replace it
}

TEST_F(PairingHere, WhoWasPairedMeanwhileIsNotPairedOver) {
    ASSERT_TRUE(asking());
    alex.vault.paired = true; // by another process
    alex.vault.provisional = false;
    alex.vault.pairKey = QByteArray(32, 'k');
    alex.service->decide(true);
    sam.service->decide(true);
    EXPECT_TRUE(waitUntil([&] { return alex.ended(PairingEnd::OtherPerson); }));
    EXPECT_EQ(alex.vault.pairKey, QByteArray(32, 'k'));
    EXPECT_EQ(alex.paired, 0);
}

TEST_F(PairingHere, PairingWithMyselfIsRefused) {
    sam.vault.identity = crypto::SigningKey::fromSeed(alex.vault.identity.seed());
    show();
    enter(shown());
    EXPECT_TRUE(waitUntil([&] { return !sam.service->isRunning() && !alex.service->isRunning(); }));
    EXPECT_TRUE(sam.ended(PairingEnd::NotMend) || alex.ended(PairingEnd::NotMend));
    EXPECT_FALSE(alex.vault.paired || sam.vault.paired);
}

TEST_F(PairingStranger, ALaterVersionIsSaidToBeNewer) {
    const auto typed = nobodys();
    const auto keys = AnnouncementKeys::ofNameplate(typed.nameplate());
    Listener later([&](const QByteArray& bytes) {
        return openPreamble(keys.preamble, bytes, sam.clock.nowMs());
    });
    ASSERT_TRUE(later.start(QHostAddress::LocalHost, {}, true));
    std::unique_ptr<Link> link;
    QObject::connect(&later, &Listener::proven, &later, [&](qintptr socket) {
        link = std::make_unique<Link>(Link::Dialled::ByThem, pairingTls(stranger), std::nullopt,
                                      pairingFrameLimit);
        QObject::connect(link.get(), &Link::ready, &later, [&] {
            const cbor::Map nonce{{u"v"_s, 2}, {u"nonce"_s, QByteArray(16, 'n')}};
            link->send(cbor::encode(nonce));
        });
        link->accept(socket);
    });
    sam.service->enter(typed, here + u':' + QString::number(later.serverPort()), Before::ShareAll,
                       60);
    EXPECT_TRUE(waitUntil([&] { return sam.ended(PairingEnd::NewerVersion); }));
}
