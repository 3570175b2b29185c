#include "ui/pages/checklist/step_filter.h"

#include <algorithm>

namespace mend::ui {

namespace {

QString everyWord(const guide::Step& step) {
    QStringList texts = {step.group, step.title, step.why, step.tick.value_or(QString())};
    texts += step.how;
    texts += step.more;
    return texts.join(u'\n');
}

} // namespace

bool matches(const ChecklistItem& item, StepFilter filter, const QString& search) {
    if (filter == StepFilter::Working && item.state != StepState::Working)
        return false;
    if (filter == StepFilter::Done && item.state != StepState::Done)
        return false;
    const QStringList words = search.simplified().split(u' ', Qt::SkipEmptyParts);
    const QString text = everyWord(item.step);
    return std::all_of(words.begin(), words.end(), [&text](const QString& word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace mend::ui
