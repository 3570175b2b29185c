#include "core/sync/log_sender.h"

#include <algorithm>

namespace mend::sync {

quint64 countOf(const std::optional<LogHead>& head) {
    return head ? head->seq + 1 : 0;
}

LogSender::LogSender(Replica& replica, Person whose, quint64 from, quint64 end)
    : replica_(&replica), whose_(whose), next_(from), end_(end) {}

Result<void, ReplicaError> LogSender::fill(std::vector<Message>& out) {
    while (window_.size() < batchWindow && next_ < end_) {
        auto batch = replica_->batch(whose_, next_);
        if (!batch)
            return fail(batch.error());
        if (batch->records.empty()) {
            if (whose_ == Person::Partner)
                end_ = next_; // no head beyond was ever signed to me
            return {};
        }
        next_ = batch->head.head.seq + 1;
        window_.push_back(batch->head.head.seq);
        const bool last = batch->last;
        out.emplace_back(std::move(*batch));
        if (last)
            return {};
    }
    return {};
}

void LogSender::acked(quint64 seq) {
    std::erase_if(window_, [seq](quint64 last) { return last <= seq; });
}

} // namespace mend::sync
