#pragma once
// Tells the texts of a list in their order, spread over the days of a history: each is said once,
// and none before its time. Over longer histories the list begins anew.

#include <QStringList>

namespace mend {

class Telling {
public:
    explicit Telling(const QStringList& texts) : texts_(texts) {}

    // The next text, if its turn has come by day `number` of `days`; else an empty one.
    QString on(int number, int days) {
        const qsizetype due = 1 + number * texts_.size() / days;
        return told_ < due ? next() : QString();
    }
    // Whatever the day; empty when all is said.
    QString next() { return told_ < texts_.size() ? texts_.at(told_++) : QString(); }
    void beginAnew() { told_ = 0; }
    bool isTold() const { return told_ == texts_.size(); }

private:
    const QStringList& texts_;
    qsizetype told_ = 0;
};

} // namespace mend
