#pragma once
// One commitment on the day: its title, how it stands, and the answers one can give in a click. The
// owner says how it went; the other says what they saw. A note beside the answer is optional.

#include "ui/pages/today/today_state.h"
#include "ui/widgets/draft_pause.h"

#include <QWidget>

class QAction;
class QPushButton;
class QVBoxLayout;

namespace mend::ui {

class BegunLine;
class GrowingTextEdit;
class SegmentedChoice;
class ShardWidget;
class WrapLabel;

class CommitmentRow : public QWidget {
    Q_OBJECT
public:
    enum class Whose { Mine, Theirs };

    CommitmentRow(Whose whose, QWidget* parent = nullptr);

    /// `name` is the partner's. A note that is being written stays; one that was begun before this
    /// row was made, or elsewhere since, is folded behind a line. What is begun has just been read.
    void set(const CommitmentToday& commitment, const QString& name);
    const CommitmentToday& commitment() const { return m_commitment; }
    /// A note was begun and isn't saved.
    bool isWriting() const;
    /// What was typed of it is told now.
    void settle() { m_pause.flush(); }

Q_SIGNALS:
    void outcomeChosen(const mend::RecordId& id, mend::OutcomeState state, const QString& note);
    void viewChosen(const mend::RecordId& id, mend::ViewState state, const QString& note);
    /// Within a second of typing; empty: none is begun any more.
    void noteBegun(const mend::RecordId& id, const QString& note);

private:
    void build();
    void buildMenu();
    void buildNote();
    void onChoice(const QString& id);
    void sendNote();
    void showNote();
    void openNote(const QString& words);
    void bringBackNote(bool otherDay);
    void goOn();
    QString ownNote() const;
    bool mayNote() const;
    bool toldAll() const;

    Whose m_whose;
    CommitmentToday m_commitment;
    QVBoxLayout* m_column;
    WrapLabel* m_title;
    WrapLabel* m_by;
    ShardWidget* m_shard;
    WrapLabel* m_words;
    WrapLabel* m_theirNote;
    WrapLabel* m_myNote;
    SegmentedChoice* m_choice;
    QPushButton* m_more;
    QAction* m_addNote = nullptr;
    QAction* m_excused = nullptr;
    QAction* m_noticed = nullptr;
    QAction* m_thanks = nullptr;
    QWidget* m_noteLine = nullptr;
    GrowingTextEdit* m_note = nullptr;
    QPushButton* m_send = nullptr;
    BegunLine* m_begun = nullptr;
    DraftPause m_pause;
};

} // namespace mend::ui
