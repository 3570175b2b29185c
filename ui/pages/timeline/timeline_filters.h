#pragma once
// What of the timeline is shown: words to find, a kind, a person, only commitments.

#include "core/domain/timeline.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace mend::ui {

class SegmentedChoice;

class TimelineFilters : public QWidget {
    Q_OBJECT
public:
    explicit TimelineFilters(QWidget* parent = nullptr);

    // Without a name there is nobody to choose.
    void setPartner(const QString& name);
    TimelineFilter filter() const;
    void clear();
    void focusSearch();

Q_SIGNALS:
    void filterChanged(const mend::TimelineFilter& filter);
    // From the search field to what it found.
    void listWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void connectSignals();
    void tell();

    QLineEdit* m_search;
    QComboBox* m_kind;
    SegmentedChoice* m_person;
    QCheckBox* m_onlyCommitments;
    QTimer m_typing;
    TimelineFilter m_told;
};

} // namespace mend::ui
