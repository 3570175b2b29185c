#pragma once
// What the partner shared of the day: their check-in or what stands in its place, notes, and hard
// moments, which open with the reminder to listen first. Nothing here tells when, or how late.

#include "ui/pages/today/today_state.h"
#include "ui/widgets/card.h"

#include <set>

class QPushButton;

namespace mend::ui {

class PartnerDay : public Card {
    Q_OBJECT
public:
    explicit PartnerDay(QWidget* parent = nullptr);
    void setState(const TodayState& state);

Q_SIGNALS:
    void pairingWanted();
    void timelineWanted();

private:
    void rebuild();
    void addNobody(QVBoxLayout* column);
    void addCheckIn(QVBoxLayout* column);
    void addQuiet(QVBoxLayout* column, const QString& sentence, const char* object);
    void addRemarks(QVBoxLayout* column, const TimelineEntry& entry);
    void addMoment(QVBoxLayout* column, const TimelineEntry& entry);
    void addMomentWords(QVBoxLayout* column, const Moment& moment);
    void addNote(QVBoxLayout* column, const TimelineEntry& entry);
    void addRest(QVBoxLayout* column);
    QString sealedSentence() const;

    QWidget* m_content = nullptr;
    TodayState m_state;
    std::set<RecordId> m_opened; ///< moments whose reminder was read
};

} // namespace mend::ui
