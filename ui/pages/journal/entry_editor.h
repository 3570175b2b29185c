#pragma once
// The right side of the journal: one entry, to write or to read. Saved a second after the first
// keystroke since the last time; what could not be saved is asked for again by leave().

#include <QTimer>
#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace mend::ui {

class MarkdownPreview;
class SegmentedChoice;
class WrapLabel;

class EntryEditor : public QWidget {
    Q_OBJECT
public:
    explicit EntryEditor(QWidget* parent = nullptr);

    /// 0: a new one, not stored yet.
    qint64 id() const { return m_id; }
    QString text() const;
    /// leave() first.
    void open(qint64 id, const QString& day, const QString& text);
    /// An empty editor, for a new entry.
    void clear();
    void focusText();
    /// What is stored now; a new entry has got its id.
    void saved(qint64 id, const QString& day, const QString& text);
    /// Saves what is not saved yet. False: it could not be, and must stay where it is.
    bool leave();

Q_SIGNALS:
    /// `id` 0: a new entry. Answered by saved(), or not at all.
    void saveWanted(qint64 id, const QString& text);
    void removeWanted();

private:
    QWidget* buildHead();
    QWidget* buildFoot();
    void send();
    void showMode(const QString& mode);
    void put(qint64 id, const QString& day, const QString& text);

    WrapLabel* m_day;
    WrapLabel* m_savedWords;
    SegmentedChoice* m_mode;
    QStackedWidget* m_stack;
    QPlainTextEdit* m_source;
    MarkdownPreview* m_preview;
    QPushButton* m_remove;
    QTimer m_pause;
    qint64 m_id = 0;
    bool m_unsaved = false;
    bool m_putting = false;
};

} // namespace mend::ui
