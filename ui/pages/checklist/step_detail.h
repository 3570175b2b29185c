#pragma once
// One step: what it is, why, how, where its owner stands with it, and where it leads.

#include "ui/pages/checklist/step_offers.h"

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace mend::ui {

class SegmentedChoice;
class WrapLabel;

class StepDetail : public QScrollArea {
    Q_OBJECT
public:
    explicit StepDetail(QWidget* parent = nullptr);

    /// `partner`: their name, or empty.
    void setItem(const ChecklistItem& item, StepUse use, const QString& partner);
    void clear();
    QString shown() const { return m_item ? m_item->step.id : QString(); }
    /// Where there is no list beside it.
    void setBackVisible(bool on);
    void focusBack();

Q_SIGNALS:
    void stateChosen(const QString& id, mend::StepState state);
    void opened(const QString& page, const QString& part);
    void commitmentAsked(const QString& id);
    void backAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void buildHead(QVBoxLayout& column);
    void buildState(QVBoxLayout& column);
    void buildWords(QVBoxLayout& column);
    void buildButtons(QVBoxLayout& column);
    void buildIdeas(QVBoxLayout& column);
    void describe();
    QString sharedWords() const;

    std::optional<ChecklistItem> m_item;
    StepUse m_use = StepUse::Mine;
    QString m_partner;
    bool m_backVisible = false;
    QWidget* m_content;
    QWidget* m_body = nullptr;
    QPushButton* m_back;
    SegmentedChoice* m_state = nullptr; ///< none where it can only be read
    WrapLabel* m_standing = nullptr;    ///< what there is to say below the state
};

} // namespace mend::ui
