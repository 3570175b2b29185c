#pragma once
// What is said about one day of a commitment, and the answer to it in one click: its owner says how
// it went, the other what they saw. A note may stand beside either.

#include "core/domain/reading.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/draft_pause.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace mend::ui {

class GrowingTextEdit;
class SegmentedChoice;
class WrapLabel;

class DayAnswer : public QWidget {
    Q_OBJECT
public:
    explicit DayAnswer(mend::Person owner, QWidget* parent = nullptr);

    // Keeps a note that is being written, unless the day is another; `begun` is one that was begun
    // before.
    void show(const CommitmentReading& commitment, Day day, Day today, const QString& partner,
              const QString& begun = {});
    /// A note was begun and isn't saved.
    bool isWriting() const;
    Day day() const { return m_day; }
    /// What was typed is told now.
    void settle() { m_pause.flush(); }
    /// What is being written is told once more.
    void sendDraft();

Q_SIGNALS:
    void outcomeChosen(mend::Day day, mend::OutcomeState state, const QString& note);
    void viewChosen(mend::Day day, mend::ViewState state, const QString& note);
    void todayWanted();
    /// Within a second of typing; empty: none is begun any more.
    void noteBegun(mend::Day day, const QString& note);

private:
    void build();
    void buildLinks(QBoxLayout* column);
    void buildNote(QBoxLayout* column);
    void connectSignals();
    QPushButton* button(const char* object, ButtonKind kind);
    void showWords(const CommitmentReading& commitment);
    void showAnswer();
    void showLinks();
    void sayWhatFor(const QString& title);
    void showNoteEditor(bool open);
    void bringBack(const QString& begun);
    void discardNote();
    void choose(const QString& id);
    void answer(const QString& id, const QString& note);
    void saveNote();
    QString savedNote() const;
    QString savedChoice() const;
    QString noteToSend() const;

    mend::Person m_owner;
    Day m_day;
    Day m_today;
    QString m_partner;
    bool m_mayNotice = false;
    bool m_answered = false; // since it was shown: the editor closes with what comes of it
    CommitmentDay m_said;
    WrapLabel* m_title;
    QPushButton* m_backToToday;
    WrapLabel* m_words;
    SegmentedChoice* m_choice;
    QWidget* m_links;
    QPushButton* m_noticed = nullptr; // these two of theirs only
    QPushButton* m_thanks = nullptr;
    QPushButton* m_addNote;
    QWidget* m_noteEditor;
    GrowingTextEdit* m_note;
    QPushButton* m_saveNote;
    QPushButton* m_discardNote;
    DraftPause m_pause;
};

} // namespace mend::ui
