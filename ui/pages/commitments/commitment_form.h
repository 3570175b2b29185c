#pragma once
// Makes a commitment, or changes one. What was typed for a new one stays when the form is closed
// without saving, until it is saved.

#include "ui/pages/commitments/commitments_state.h"

#include <QDialog>
#include <optional>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace mend::ui {

class Banner;
class OptionalDay;
class OptionalTime;
class ScheduleField;
class SegmentedChoice;
class WrapLabel;

class CommitmentForm : public QDialog {
    Q_OBJECT
public:
    explicit CommitmentForm(QWidget* parent = nullptr);

    void setState(const CommitmentsState& state);
    void startNew();
    // From a step's template; an unknown step starts free.
    void startFrom(const QString& step);
    void startEdit(const CommitmentReading& commitment);
    // It was saved: nothing of it stays here.
    void finishSaved();
    void showProblem(const QString& sentence);

Q_SIGNALS:
    void made(const mend::CommitmentFields& fields);
    void edited(const mend::RecordId& id, const mend::CommitmentFields& fields);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void buildWhat(QVBoxLayout* column);
    void buildWhen(QVBoxLayout* column);
    void buildEnd(QVBoxLayout* column);
    void alignFields();
    void connectSignals();
    void fillOffers();
    void clear();
    void take(const CommitmentFields& fields);
    void takeOffer(int index);
    void showParts();
    bool isForOther() const;
    CommitmentFields fields() const;
    void save();

    CommitmentsState m_state;
    std::optional<CommitmentReading> m_editing;
    std::optional<CommitmentFields> m_kept; // a new one, set aside while another is edited
    Banner* m_problem;
    SegmentedChoice* m_for;
    WrapLabel* m_forWords;
    QWidget* m_offerLine;
    QComboBox* m_offer;
    QLineEdit* m_title;
    ScheduleField* m_schedule;
    OptionalTime* m_by;
    QWidget* m_fromLine;
    WrapLabel* m_fromWord = nullptr;
    QDateEdit* m_from;
    OptionalDay* m_until;
    OptionalDay* m_review;
    WrapLabel* m_counts;
    QPushButton* m_save;
};

} // namespace mend::ui
