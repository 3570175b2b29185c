#pragma once
// One entry whole: its words, its earlier versions, and what its author may still do with it. What
// becomes of the entry while it is open is shown at once.

#include "ui/pages/timeline/timeline_state.h"
#include "ui/theme/type.h"
#include "ui/widgets/draft_pause.h"

#include <QDialog>

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace mend::ui {

class Banner;
class GrowingTextEdit;
class WrapLabel;

class EntryDialog : public QDialog {
    Q_OBJECT
public:
    explicit EntryDialog(const EntryState& state, QWidget* parent = nullptr);

    const RecordId& id() const { return m_state.id; }
    // The same entry as it is now. New words that are being written stay, unless it has none any
    // more.
    void setState(const EntryState& state);
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
    void rebuildReading();
    QWidget* readingPart();
    QWidget* wordsPart();
    void addHeld(QVBoxLayout* column, QWidget* parent);
    void addText(QVBoxLayout* column, const EntryText& text, QWidget* parent, TextRole title);
    QHBoxLayout* readingButtons();
    void buildEdit();
    QHBoxLayout* editButtons();
    void followEdit(const std::optional<QString>& before);
    QPushButton* button(const QString& text, const char* object, QWidget* parent);
    void startEditing();
    void cancelEditing();
    void keepWhatWasBegun();
    void updateSave();

    EntryState m_state;
    bool m_listening = false; // the words that were held back are read
    QStackedWidget* m_parts;
    QWidget* m_reading = nullptr;
    QWidget* m_editPart = nullptr;
    Banner* m_problem;
    WrapLabel* m_editTitle = nullptr;
    GrowingTextEdit* m_edit = nullptr;
    QPushButton* m_save = nullptr;
    DraftPause m_pause;
};

} // namespace mend::ui
