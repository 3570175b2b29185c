#include "ui/models/sentences.h"

#include <QCoreApplication>

namespace mend::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

// --- Problems, by what they are about ---

QString aboutOpening(Problem problem) {
    switch (problem) {
    case Problem::NoVault:
        return Words::tr("There is nothing of Mend’s in this folder. Nothing was changed. Begin "
                         "anew, or start Mend with the folder that holds what is yours.");
    case Problem::VaultExists:
        return Words::tr("This folder already holds what somebody wrote in Mend. It stays as it "
                         "is. Unlock it, or choose another folder.");
    case Problem::NoFolder:
        return Words::tr("The folder for Mend’s data can’t be found or made. Nothing was lost. "
                         "Look whether the disk is there, then start Mend again.");
    case Problem::ReadOnly:
        return Words::tr("Mend may not write into its folder. What is there stays as it is. Give "
                         "yourself the right to write there, then start Mend again.");
    case Problem::InUse:
        return Words::tr("Another Mend has this open right now. Nothing was changed. Close the "
                         "other one, then try again.");
    case Problem::WrongPassphrase:
        return Words::tr("That isn’t it. Nothing is lost.");
    case Problem::WrongRecoveryCode:
        return Words::tr("That is a recovery code, but not the one for this computer. Nothing is "
                         "lost. A newer one replaces those before it.");
    case Problem::BadRecoveryCode:
        return Words::tr("That isn’t a whole recovery code; perhaps a letter slipped. Nothing is "
                         "lost. Compare it with your paper, group by group.");
    case Problem::TooNew:
        return Words::tr("A newer Mend wrote this. It stays as it is. Install the newer Mend on "
                         "this computer to open it.");
    default:
        return {};
    }
}

QString aboutStoring(Problem problem) {
    switch (problem) {
    case Problem::KeyFileDamaged:
        return Words::tr("The file that holds your key is damaged. Mend changed nothing. Put back "
                         "a copy of the whole folder, if you have one.");
    case Problem::Damaged:
        return Words::tr("Part of what is stored can’t be read. Mend wrote nothing over it. Make a "
                         "copy of the folder before you do anything else.");
    case Problem::NotEncrypted:
        return Words::tr("The encrypted store isn’t available on this computer, so Mend keeps "
                         "nothing. Nothing was written. Install SQLCipher, then start Mend again.");
    case Problem::LogKeyMissing:
        return Words::tr("The key you sign with is missing here. What you wrote can still be read. "
                         "Put back a copy of the whole folder to write again.");
    case Problem::DiskFull:
        return Words::tr("The disk is full. What you saved before is safe; this was not saved. "
                         "Make some room, then save again.");
    case Problem::NoMemory:
        return Words::tr("This computer has too little memory free to try a passphrase. Nothing "
                         "was changed. Close some programs, then try again.");
    case Problem::Io:
        return Words::tr("The disk did not answer as it should. What you saved before is safe. Try "
                         "again; if it stays so, copy the folder to another disk.");
    default:
        return {};
    }
}

QString aboutWriting(Problem problem) {
    switch (problem) {
    case Problem::TooLong:
        return Words::tr("This is longer than Mend can store in one piece. It is still here. "
                         "Shorten it, or write it in two parts.");
    case Problem::Empty:
        return Words::tr("There is nothing in it yet. Nothing was saved. Write a word or set a "
                         "scale first.");
    case Problem::BadInput:
        return Words::tr("Something in it can’t be stored as it is. It is still here. Look through "
                         "the fields once more.");
    case Problem::BadDay:
        return Words::tr("That day isn’t a day Mend can take here. Nothing was saved. Choose today "
                         "or a day before.");
    case Problem::NotAllowed:
        return Words::tr("This is for the other to say. Nothing was changed. Say what you see from "
                         "your own side.");
    case Problem::NotDue:
        return Words::tr(
            "It can’t be known yet that it wasn’t kept. Nothing was saved. Say it once "
            "its time has come, or the day is over.");
    case Problem::UnknownId:
        return Words::tr("This entry is no longer here. Nothing else was changed. Open the page "
                         "again to see how things stand.");
    default:
        return {};
    }
}

QString aboutPairing(Problem problem) {
    switch (problem) {
    case Problem::NotPaired:
        return Words::tr("You aren’t paired with anybody. What you write is kept here. Pair on the "
                         "page Partner when you both want to.");
    case Problem::AlreadyPaired:
        return Words::tr("You are already paired. Everything stays as it is. To pair with somebody "
                         "else, leave first.");
    case Problem::Forked:
        return Words::tr("Two copies of this computer’s data went separate ways, so nothing can be "
                         "added here. What is written can be read. Use the other copy.");
    case Problem::NoRole:
        return Words::tr("Before you pair, say which side you are on. Nothing was sent. You can "
                         "change it later in Settings, and the other will see that, too.");
    case Problem::NotAsked:
        return Words::tr("The other doesn’t wish to be asked for commitments. Nothing was sent. "
                         "You can make one of your own.");
    case Problem::BadCode:
        return Words::tr("A code has nine digits. Nothing was sent. Type it as the other computer "
                         "shows it.");
    case Problem::CodeSlip:
        return Words::tr("A digit slipped. Nothing was sent, and the code still holds. Compare it "
                         "with the other computer.");
    case Problem::BadAddress:
        return Words::tr("That isn’t an address Mend can use. Nothing was changed. It looks like "
                         "192.168.1.20:47100, as the other computer shows it.");
    case Problem::PairingRunning:
        return Words::tr("Pairing is already under way. Nothing is lost. Finish it or stop it "
                         "first.");
    default:
        return {};
    }
}

// --- Sharing ---

// One sentence whether or not the other computer is there, so that nobody can watch when Mend is
// open on it.
QString atRest(const QString& name) {
    return Words::tr("All that you shared is with %1. What %1 shares comes when both computers are "
                     "on the same network.")
        .arg(name);
}

QString whileLooking(const SyncReading& sync, const QString& name) {
    if (sync.noNetwork)
        return Words::tr("This computer has no network. What you write is kept here and will be "
                         "shared when both computers are on the same network.");
    if (sync.cantListen)
        return Words::tr("Mend can’t use the address or port it was started with; another program "
                         "may have it. What you write is kept here. Start Mend with a free one.");
    if (sync.noMulticast)
        return Words::tr("Mend can’t look around on this network. What you write is kept here. "
                         "Type the address that %1’s computer shows.")
            .arg(name);
    if (sync.counts.waiting() == 0)
        return atRest(name);
    return Words::tr("Mend can’t reach %1’s computer. What you write is kept here and will be "
                     "shared when both computers are on the same network.")
        .arg(name);
}

QString whenStopped(SyncReading::Stop stop, const QString& name) {
    switch (stop) {
    case SyncReading::Stop::Fork:
        return Words::tr("One of the two computers was copied, and the copies went separate ways. "
                         "All that is here can be read. Use one copy only, and pair again.");
    case SyncReading::Stop::NewerVersion:
        return Words::tr("%1’s Mend is newer than yours. What you write is kept here. Bring this "
                         "Mend up to date to go on sharing.")
            .arg(name);
    case SyncReading::Stop::TooMuch:
        return Words::tr("%1’s computer wants to send far more than usual. Nothing of it was taken "
                         "yet. Ask %1, then let it in or leave it.")
            .arg(name);
    case SyncReading::Stop::Refused:
        return Words::tr("%1’s computer no longer shares with this one. What you have stays yours. "
                         "Pair again if you both want to.")
            .arg(name);
    case SyncReading::Stop::Storage:
        return Words::tr("This computer could not store what came, so sharing stopped. What was "
                         "stored before is safe. Make room on the disk, then start Mend again.");
    case SyncReading::Stop::None:
        break;
    }
    return Words::tr(
        "Sharing has stopped. What you write is kept here. Start Mend again to go on.");
}

QString phaseSentence(const SyncReading& sync, const QString& name) {
    using Phase = SyncReading::Phase;
    switch (sync.phase) {
    case Phase::NotPaired:
        return Words::tr("You aren’t paired. What you write is kept on this computer, and Mend is "
                         "whole without a second one.");
    case Phase::Provisional:
        return Words::tr("You and %1 are paired. Nothing is shared until both computers have "
                         "spoken once; leave Mend open on both.")
            .arg(name);
    case Phase::Paused:
        return Words::tr("You paused sharing: nothing is sent or taken. What you write is kept "
                         "here and will be sent when you go on.");
    case Phase::PausedThere:
        return Words::tr("%1 has paused sharing. What you write is kept here and will be shared "
                         "when %1 goes on.")
            .arg(name);
    case Phase::Looking:
        return whileLooking(sync, name);
    case Phase::Connecting:
        if (sync.counts.waiting() == 0)
            return atRest(name);
        return Words::tr("This computer and %1’s are finding each other. What you write is kept "
                         "here meanwhile.")
            .arg(name);
    case Phase::Exchanging:
        if (sync.counts.waiting() == 0 && !movesMuch(sync))
            return atRest(name);
        return Words::tr("Sharing with %1’s computer now. You can go on writing.").arg(name);
    case Phase::InStep:
        return atRest(name);
    case Phase::Stopped:
        return whenStopped(sync.stop, name);
    case Phase::Elsewhere:
        return Words::tr("Another Mend on this computer does the sharing at the moment. What you "
                         "write here goes along. There is nothing you need to do.");
    }
    return {};
}

} // namespace

bool movesMuch(const SyncReading& sync) {
    constexpr qint64 many = 200; // Records. Less is done before anybody has read the sentence.
    return sync.phase == SyncReading::Phase::Exchanging && sync.progressTotal >= many;
}

QString sentence(Problem problem) {
    for (const auto group : {aboutOpening, aboutStoring, aboutWriting, aboutPairing})
        if (const QString words = group(problem); !words.isEmpty())
            return words;
    return {};
}

QString draftTrouble(Problem problem) {
    switch (problem) {
    case Problem::DiskFull:
        return Words::tr("The disk is full, so what you are writing isn’t kept yet. What you saved "
                         "before is safe. Make some room before you lock or close Mend; it tries "
                         "again by itself.");
    case Problem::ReadOnly:
        return Words::tr("Mend may no longer write into its folder, so what you are writing isn’t "
                         "kept. What you saved before is safe. Give yourself the right to write "
                         "there before you lock or close Mend; it tries again by itself.");
    case Problem::InUse:
        return Words::tr("Another program holds what is yours, so what you are writing isn’t kept "
                         "yet. What you saved before is safe. Mend tries again by itself.");
    default:
        return Words::tr("The disk doesn’t answer as it should, so what you are writing isn’t "
                         "kept. What you saved before is safe. Copy what you need to paper, then "
                         "start Mend again.");
    }
}

QString sentence(PairingProblem problem) {
    switch (problem) {
    case PairingProblem::None:
        return {};
    case PairingProblem::Cancelled:
        return Words::tr("You stopped pairing. Nothing was shared. Begin again whenever you like.");
    case PairingProblem::CancelledThere:
        return Words::tr("The other computer stopped pairing, or the connection went. Nothing was "
                         "shared. Talk to each other, then show a new code.");
    case PairingProblem::TimedOut:
        return Words::tr("The time for this code is over. Nothing was shared. Show a new code when "
                         "both of you are at your computers.");
    case PairingProblem::NotFound:
        return Words::tr("Nobody on this network shows that code. Nothing was sent. Are both "
                         "computers on the same network? Else type the other one’s address.");
    case PairingProblem::NoNetwork:
        return Words::tr("This computer has no network just now. Nothing was sent, and the code "
                         "still holds. Join the network that the other computer is on, then try "
                         "again.");
    case PairingProblem::SeveralFound:
        return Words::tr("More than one computer answers to that code. Nothing was sent to any. "
                         "Type the address that the other computer shows.");
    case PairingProblem::CantReach:
        return Words::tr("Nothing answers at that address. Nothing was sent. Compare it with the "
                         "other computer, and look whether a firewall is in between.");
    case PairingProblem::CantListen:
        return Words::tr("This computer could not open a port to be found at. Nothing was sent. "
                         "Show the code on the other computer instead.");
    case PairingProblem::WrongCode:
        return Words::tr("That was not the code. It is used up now, so that nobody can guess. "
                         "Nothing was shared. Show a new one.");
    case PairingProblem::NotMend:
        return Words::tr("Something other than Mend answered, or the messages were changed on the "
                         "way. Nothing was shared. Try another network.");
    case PairingProblem::NewerVersion:
        return Words::tr("The other Mend is newer than this one. Nothing was shared. Bring both up "
                         "to date, then pair.");
    case PairingProblem::OtherPerson:
        return Words::tr("One of the two computers is already paired with somebody else. Nothing "
                         "was shared. Leave there first, then pair.");
    case PairingProblem::Storage:
        return Words::tr("This computer could not store the pairing. Nothing was shared. Make room "
                         "on the disk, then show a new code.");
    }
    return {};
}

QString sharingSentence(const SyncReading& sync, const QString& partnerName) {
    const QString name = partnerName.isEmpty() ? Words::tr("the other") : partnerName;
    QString words = phaseSentence(sync, name);
    if (sync.clocksApart)
        words +=
            u' ' + Words::tr("The clocks of the two computers are more than ten minutes apart; set "
                             "them right so that days fit together.");
    return words;
}

} // namespace mend::ui
