#pragma once
// A batch as it came in, from bytes nobody has vouched for to rows: verified as a whole before
// anything is stored. For SyncStore alone.

#include "core/vault/sharing.h"

namespace mend::vault {

// What one transaction takes in. With their projection some 5 ms, a tenth of what a writer may be
// kept waiting; where much is read together with what comes, one record alone may fill it.
class Turn {
public:
    static constexpr int mostRecords = 32;
    bool goesOn() const { return records_ < mostRecords && readAgain_ < mostReadAgain; }
    void took(qint64 readAgain) {
        ++records_;
        readAgain_ += readAgain;
    }

private:
    static constexpr qint64 mostReadAgain = 512; // records
    int records_ = 0;
    qint64 readAgain_ = 0;
};

class Reception {
public:
    // `log` is the one the records are offered for: the other's, or my own after it was set back.
    Reception(Connection& connection, const Sharing& sharing, const LogRow& log)
        : db_(connection), store_(connection), sharing_(sharing), log_(log) {}

    // BadRecord unless limits, shape, hashes, chain, signature, membership and `seen` are all
    // right, and the batch goes on from a record that is held. Forked, and marked as such, where it
    // goes on from one that isn't but should be.
    Result<void, VaultError> verify(const std::vector<record::Record>& records,
                                    const record::SignedHead& head);
    // Those not held yet, some at a time, so that no writer waits long. Forked: stored, and marked.
    Result<Received, VaultError> store(const std::vector<record::Record>& records,
                                       const record::SignedHead& head);

private:
    Result<void, VaultError> verifyPlace(const record::Record& first);
    bool isMemberGood(const record::Record& record) const;
    bool isSeenGood(const std::vector<record::Record>& records);
    struct Acked {
        quint64 held;  // records of mine
        quint64 after; // whatever the other wrote after this seq was written holding them
    };
    std::optional<Acked> acked();
    // How many records were read again with it.
    qint64 storeOne(const record::Record& record);
    void storeHead(const record::SignedHead& head);

    Connection& db_;
    LogStore store_;
    const Sharing& sharing_;
    const LogRow& log_;
    quint64 next_ = 0; // after the head that is held
    bool stored_ = false;
    bool forked_ = false;
};

} // namespace mend::vault
