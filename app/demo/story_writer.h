#pragma once
// Lets the two people of a history write, day by day.

#include "app/demo/history.h"
#include "app/demo/story.h"
#include "app/demo/telling.h"

#include <random>

namespace mend {

class StoryWriter {
public:
    // All that is given outlives the writer.
    StoryWriter(const HistoryPlan& plan, DemoClock& clock, vault::Vault& hurt,
                vault::Vault& betrayer);

    bool begin(Day first);
    bool writeDay(Day day, int number);
    // What stands there on the morning of the last day.
    bool writeMorning(Day day);

private:
    struct Promise {
        RecordId id;
        bool ofBetrayer = true;
        int chanceKept = 80; // percent, in the middle of the history
        bool late = false;   // missing it is to be late for the other
        std::set<int> weekdays;
        bool excusable = true;
        Telling kept, partly, missed, excused, differs;
    };
    struct PromisePlan {
        QString title;
        Schedule schedule;
        std::optional<TimeOfDay> by;
        int chanceKept = 80;
        bool late = false;
        QString step;
        Person for_ = Person::Me; // Partner: asked of the other, who agrees
    };
    struct Voice {
        explicit Voice(const story::CheckInWords& words);
        Telling helped, hard, hardAfterLate, hardAfterTold, need, thanks, truth;
    };
    enum class Evening { InTime, LateAndTold, Late };

    int roll(int sides) { return int(dice_() % quint64(sides)); }
    bool chance(int percent) { return roll(100) < percent; }
    // The text whose turn has come, on so many percent of such days.
    QString told(Telling& texts, int percent = 100);
    std::optional<RecordId> say(vault::Vault& who, const Content& content, Day day,
                                record::Seal seal = record::Seal::None,
                                std::optional<RecordId> replaces = {});
    void promise(vault::Vault& who, const PromisePlan& plan, Day from,
                 const story::PromiseWords& words);
    void answer(Promise& promise, Day day);
    void see(Promise& promise, Day day);
    OutcomeState outcome(const Promise& promise);
    Telling& noteOf(Promise& promise, OutcomeState state);
    void checkIns(Day day);
    CheckIn samsCheckIn(int mood);
    CheckIn alexsCheckIn(int mood);
    void fillTexts(CheckInFields& fields, Voice& voice, int mood);
    void smallThings(Day day);
    void turnsOfTheStory(Day day);
    void privateThings(Day day);
    void note(NoteKind kind, const QString& text, Day day);
    template <class Value, class Fields>
    Value made(const Fields& fields) {
        return Value::create(fields).value(); // texts are ours and short
    }

    const HistoryPlan& plan_;
    DemoClock& clock_;
    vault::Vault& hurt_;
    vault::Vault& betrayer_;
    std::mt19937_64 dice_;
    std::vector<Promise> promises_;
    int number_ = 0; // of the day
    int minute_ = 0; // after midnight: each record has its own, so that a day reads in order
    Evening evening_ = Evening::InTime;
    Voice sam_;
    Voice alex_;
    Telling samsJournal_, alexsJournal_, moments_, weekdays_, weekends_, plans_, reassurances_;
    bool failed_ = false;
};

} // namespace mend
