#pragma once
// One entry whole: its words, its earlier versions, and what its author may still do with it.

#include "ui/pages/timeline/timeline_state.h"
#include "ui/widgets/draft_pause.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace mend::ui {

class Banner;
class GrowingTextEdit;

class EntryDialog : public QDialog {
    Q_OBJECT
public:
    explicit EntryDialog(const EntryState& state, QWidget* parent = nullptr);

    // What was typed stays; the sentence says what happened.
    void showProblem(const QString& sentence);
    // What was typed is told now: the dialogue may go.
    void settle();
    void done(int result) override;

Q_SIGNALS:
    void rewordRequested(const mend::RecordId& id, const QString& words);
    // Within a second of typing; empty: nothing is begun any more.
    void rewordBegun(const mend::RecordId& id, const QString& words);
    void takeBackRequested(const mend::RecordId& id);
    void openSealedRequested(const mend::RecordId& id);

private:
    QWidget* readingPart();
    QWidget* wordsPart();
    QWidget* editPart();
    QPushButton* button(const QString& text, const char* object);
    void startEditing();
    void cancelEditing();
    void keepWhatWasBegun();
    void updateSave();

    EntryState m_state;
    QStackedWidget* m_parts;
    Banner* m_problem;
    GrowingTextEdit* m_edit = nullptr;
    QPushButton* m_save = nullptr;
    DraftPause m_pause;
};

} // namespace mend::ui
