#pragma once
// What a check-in says, to read: feelings, texts with what was asked, scales, ticks. Every word a
// person wrote is plain text in a label of its own, so that marks of direction reach no other line.

#include "ui/pages/today/today_state.h"

#include <QWidget>

class QVBoxLayout;

namespace mend::ui {

class CheckInWords : public QWidget {
    Q_OBJECT
public:
    CheckInWords(const CheckInFields& fields, const guide::Prompts& prompts,
                 const std::vector<TickAsk>& ticks, QWidget* parent = nullptr);

private:
    void addScales(const CheckInFields& fields, const guide::Prompts& prompts);
    void addTexts(const CheckInFields& fields, const guide::Prompts& prompts);
    void addTicks(const CheckInFields& fields, const std::vector<TickAsk>& ticks);

    QVBoxLayout* m_column;
};

} // namespace mend::ui
