#pragma once
// An unlocked vault and its sync as one object: what the window and mend-cli talk to. Lives on one
// thread (the UI's); sync runs on a thread of its own with its own connection. Reads and writes
// here take milliseconds; signals go out after the commit. Nothing here waits for the network.

#include "core/base/result.h"
#include "core/domain/kept_place.h"
#include "core/domain/reading.h"
#include "core/domain/timeline.h"
#include "core/workspace/problem.h"
#include "core/workspace/states.h"

#include <QObject>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace mend {

namespace record {
struct Draft;
}
namespace vault {
class Store;
}

template <class T>
using Attempt = Result<T, Problem>; // what every call here gives back

struct Me {
    QString name;
    std::optional<Role> role;
    Relation relation = Relation::Partner;
    bool mayBeAsked = false;
    QString fingerprint; // of my identity key, in groups
};

struct NetworkChoice {
    QString listen;        // "ADDR:PORT", "ADDR" or ":PORT"; empty: every interface, a derived port
    QStringList peers;     // "HOST:PORT" to dial, besides what is remembered
    bool multicast = true; // send and hear beacons
};
// Whether its addresses are ones. Where they may be mistyped this is asked first: none that can't
// be read is listened on or dialled.
bool isPossible(const NetworkChoice& network);
enum class BeforePairing { ShareAll, FromToday };

struct VerifyReading {
    bool ok = false;
    quint64 records = 0;
    std::vector<std::pair<QString, qint64>> problems; // names of vault::Problem, with counts
};

class Workspace : public QObject {
    Q_OBJECT
public:
    struct Parts;
    explicit Workspace(std::unique_ptr<Parts> parts); // from Opening, or a test
    ~Workspace() override; // stops sync, closes every connection, forgets the keys

    // --- Who ---
    Me me() const;
    Attempt<void> changeMe(const QString& name, std::optional<Role> role, Relation relation);
    Attempt<void> setMayBeAsked(bool mayBeAsked);
    std::optional<PartnerReading> partner() const;
    Day today() const;

    // --- Check-ins, moments, notes ---
    struct CheckInChoice {
        Share share = Share::Private;
        bool withScales = false;
        bool withTicks = false;
        qint64 replaces = 0; // the private one it takes the place of, which may be gone; 0: none
    };
    // Private: an id of a private check-in is made and no record. Otherwise a record; a second one
    // of the day replaces the first. All of it, or nothing. Empty, TooLong, BadDay (future).
    Attempt<std::optional<RecordId>> saveCheckIn(Day day, const CheckInFields& fields,
                                                 const CheckInChoice& choice);
    Attempt<std::vector<PrivateCheckIn>> privateCheckIns(Day from, Day to);
    // Newest first; `before`: those older than it.
    Attempt<std::vector<PrivateCheckIn>>
    olderPrivateCheckIns(const std::optional<KeptPlace>& before, int limit);
    Attempt<void> removePrivateCheckIn(qint64 id);
    Attempt<MyCheckIn> myCheckIn(Day day);
    Attempt<PartnerCard> partnerCard(Day day, const CardRoom& room = {});
    Attempt<RecordId> shareMoment(Day day, const MomentFields& fields);
    Attempt<qint64> keepMoment(Day day, const MomentFields& fields); // private
    Attempt<std::vector<PrivateMoment>> privateMoments(Day from, Day to);
    Attempt<std::vector<PrivateMoment>> olderPrivateMoments(const std::optional<KeptPlace>& before,
                                                            int limit);
    Attempt<void> removePrivateMoment(qint64 id);
    Attempt<RecordId> shareNote(Day day, const NoteFields& fields);

    // --- Commitments ---
    Attempt<RecordId>
    addCommitment(const CommitmentFields& fields); // for_ Partner: NotAsked if they don't wish it
    Attempt<void> changeCommitment(const RecordId& id, ChangeKind change,
                                   const std::optional<CommitmentFields>& edited = {});
    Attempt<void> answerProposal(const RecordId& id, Answer answer, const QString& note = {});
    Attempt<void> setOutcome(const RecordId& id, Day day, OutcomeState state,
                             const QString& note = {});
    Attempt<void> setView(const RecordId& id, Day day, ViewState state, const QString& note = {});
    Attempt<std::vector<CommitmentReading>> commitments(Day from, Day to);

    // --- Timeline ---
    Attempt<TimelinePage> older(const TimelineFilter& filter,
                                const std::optional<TimelineKey>& before, int limit);
    Attempt<TimelinePage> newer(const TimelineFilter& filter, const TimelineKey& after, int limit);
    Attempt<TimelinePage> around(const TimelineFilter& filter, Day day, int limit);
    Attempt<std::vector<TimelineEntry>> earlierVersions(const RecordId& id);
    Attempt<std::map<Day, int>> perDay(const TimelineFilter& filter, Day from, Day to);
    Attempt<std::vector<DayShards>> shards(Day from, Day to);
    std::optional<Day> firstDay();
    Attempt<void> withdraw(const RecordId& id);
    Attempt<void> openSealed(const RecordId& id);
    // Replaces the words of one of my notes, moments, outcomes, … by a new version, which is for
    // whom the old one was and sealed as that.
    Attempt<RecordId> replace(const RecordId& id, const Content& content);
    Attempt<TimelineEntry> entry(const RecordId& id);
    Attempt<RecordId> resolve(const QString& hex); // at least 8 digits

    // --- Checklist ---
    Attempt<std::vector<StepReading>> steps(Person whose);
    Attempt<void> setStep(const QString& step, StepState state);
    // One step as it is now, in a record. Whether steps are shared as they change is the caller's
    // to know; what was shared stays.
    Attempt<void> shareStep(const QString& step, StepState state);

    // --- Journal, drafts, settings ---
    Attempt<qint64> addJournal(Day day, const QString& text);
    Attempt<void> changeJournal(qint64 id, const QString& text);
    Attempt<void> removeJournal(qint64 id);
    Attempt<std::vector<JournalEntry>> journal(const QString& search, int limit, int offset);
    void saveDraft(const QString& place, const QByteArray& bytes);
    QByteArray draft(const QString& place);
    QStringList drafts(const QString& beginning); // places that hold one
    Attempt<void> setSetting(const QString& key, const QByteArray& value);
    std::optional<QByteArray> setting(const QString& key);

    // --- Keys ---
    // Slow by intent: they run as jobs; `done` is called on this thread. The strings are wiped.
    // Whether it opens this vault, as before a deletion. WrongPassphrase.
    void checkPassphrase(QString passphrase, std::function<void(Attempt<void>)> done);
    void changePassphrase(QString current, QString next, std::function<void(Attempt<void>)> done);
    void newRecoveryCode(QString passphrase, std::function<void(Attempt<QString>)> done);

    // --- Partner and sync ---
    void startSync(const NetworkChoice& network);
    void stopSync();
    SyncReading syncState() const;
    Attempt<void> setPaused(bool paused);
    Attempt<void> leave(); // ends sharing at once; both copies stay
    Attempt<void> setAddresses(const QStringList& hostPorts); // BadAddress
    QStringList addresses() const; // the last that worked, and those typed
    void retryNow();               // looks for the other at once
    void allowMuch();              // after SyncReading::Stop::TooMuch
    PairingReading pairing() const;
    // NoRole, AlreadyPaired, PairingRunning.
    Attempt<void> showCode(BeforePairing before, const QString& bind = {},
                           int timeoutSeconds = 600);
    // BadCode, CodeSlip, BadAddress: nothing was sent. `peer` "HOST:PORT", or empty: look on the
    // network.
    Attempt<void> enterCode(const QString& code, const QString& peer, BeforePairing before,
                            int timeoutSeconds = 60);
    void confirmPairing(bool yes);
    void cancelPairing();

    // --- Whole ---
    Attempt<VerifyReading> verify();

Q_SIGNALS:
    void changed();   // records or the projection, by whoever wrote them; and what is kept to
                      // oneself, but for the journal, which only its own page shows
    void dayTurned(); // today() is another day than it was
    void minuteTurned(mend::TimeOfDay now); // it is another minute than it was
    void meChanged();
    void partnerChanged();
    void syncChanged(const mend::SyncReading& reading);
    void pairingChanged(const mend::PairingReading& reading);
    // A draft could not be kept: the vault can't be written any more; `problem` says why.
    void troubled(mend::Problem problem);
    // After troubled(): drafts are kept again.
    void troubleOver();

private:
    friend class Opening;
    std::shared_ptr<vault::Store>
    letGo(); // closes sync and every connection; nothing may be called afterwards
    void lookForChanges();
    void lookAtClock();
    void committed();
    void tell(quint64 version);
    void lookAtPartner();
    Attempt<void> checkDay(Day day) const;
    Attempt<void> mayPair() const;
    Attempt<void> changeMember(const std::function<void(MemberFields&)>& change);
    Attempt<RecordId> append(const record::Draft& draft);
    Attempt<std::optional<RecordId>> writeCheckIn(const std::optional<record::Draft>& shared,
                                                  Day day, const std::optional<CheckIn>& kept,
                                                  qint64 replaces);
    Attempt<void> keep(Day day, const CheckIn& checkIn);
    Attempt<CommitmentReading> commitmentOn(const RecordId& id, Day day);
    std::unique_ptr<Parts> parts_;
};

} // namespace mend
