#pragma once
// What a commitment is made of, to fill in: whose it is, what, when, until when.

#include "ui/pages/commitments/commitments_state.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QVBoxLayout;

namespace mend::ui {

class OptionalDay;
class OptionalTime;
class ScheduleField;
class SegmentedChoice;
class WrapLabel;

class CommitmentInputs : public QWidget {
    Q_OBJECT
public:
    explicit CommitmentInputs(QWidget* parent = nullptr);

    // Choices and templates; what was typed stays.
    void setState(const CommitmentsState& state);
    // A new one, of today.
    void clear();
    void take(const CommitmentFields& fields);
    // Whose it is and what it grows from stand; and when it begins does.
    void setStands(bool whose, bool first);
    // May be what can't be a commitment yet.
    CommitmentFields fields() const;
    bool isForOther() const;
    void focusTitle();

Q_SIGNALS:
    // By the person, or by what was taken.
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildWhat(QVBoxLayout* column);
    void buildWhen(QVBoxLayout* column);
    void connectSignals();
    void alignFields();
    void fillOffers();
    void takeOffer(int index);
    void showParts();
    QString askingWords() const;
    bool wasDeclined() const;

    QString m_partner;
    bool m_mayAsk = false;
    Day m_today;
    std::vector<CommitmentOffer> m_offers;
    QStringList m_declined; // titles, to which the other has said no
    bool m_stands = false;
    bool m_firstStands = false;
    SegmentedChoice* m_for;
    WrapLabel* m_forWords;
    WrapLabel* m_saidNo;
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
};

} // namespace mend::ui
