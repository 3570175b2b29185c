#pragma once
// Every purpose a key, a hash or a signature serves has one label, and they are all here. No label
// begins with another, so what is said under one can't be read as said under another (checked when
// compiling).

#include <QByteArrayView>
#include <array>
#include <cstddef>
#include <string_view>

namespace mend::crypto {

class Label {
public:
    constexpr std::string_view text() const { return text_; }
    QByteArrayView view() const { return {text_.data(), qsizetype(text_.size())}; }

private:
    friend struct Labels;
    friend class HashLabel;
    constexpr explicit Label(std::string_view text) : text_(text) {}
    std::string_view text_;
};

// A label short enough to be BLAKE2b's personalisation: at most 16 bytes.
class HashLabel : public Label {
public:
    // Padded with zeros.
    constexpr std::array<char, 16> personalisation() const {
        std::array<char, 16> padded{};
        for (std::size_t i = 0; i < text().size(); ++i)
            padded[i] = text()[i];
        return padded;
    }

private:
    friend struct Labels;
    consteval explicit HashLabel(std::string_view text)
        : Label(text.size() <= 16 ? text : throw "too long to personalise BLAKE2b") {}
};

struct Labels {
    // Hashes.
    static constexpr HashLabel record{"mend/record/1"};          // header → RecordId
    static constexpr HashLabel body{"mend/body/1"};              // body → BodyHash
    static constexpr HashLabel recoveryCheck{"mend/recovery/1"}; // the check in a recovery code
    // Signatures.
    static constexpr Label head{"mend/head/1"};          // log key: everything up to this record
    static constexpr Label log{"mend/log/1"};            // identity key: this log is mine
    static constexpr Label ack{"mend/ack/1"};            // log key: what I hold of yours
    static constexpr Label pairKeys{"mend/pair-keys/1"}; // each key, over the others, while pairing
    // Keys from the data key.
    static constexpr Label database{"mend/database/1"};
    static constexpr Label logKey{"mend/log-key/1"}; // wraps the live log's key
    // Keys that wrap the data key, and associated data of the slot.
    static constexpr Label slotPassphrase{"mend/slot/passphrase/1"};
    static constexpr Label slotRecovery{"mend/slot/recovery/1"};
    // Pairing.
    static constexpr Label pair{"mend/pair/1"};                // CPace's channel identifier
    static constexpr Label pairMessage{"mend/pair-message/1"}; // from the ISK: what follows CPace
    static constexpr Label pairKey{"mend/pair-key/1"};         // from the ISK: the pair key
    // Keys from a code's nameplate, which is no secret: they only keep strangers' bytes out.
    static constexpr Label pairBeacon{"mend/pair-beacon/1"};
    static constexpr Label pairPreamble{"mend/pair-preamble/1"};
    // Keys from the pair key; beacon and preamble with the sender's identity as salt.
    static constexpr Label beacon{"mend/beacon/1"};
    static constexpr Label preamble{"mend/preamble/1"};
    static constexpr Label rendezvous{"mend/rendezvous/1"};

    static constexpr std::array all{Label(record),  Label(body),  Label(recoveryCheck),
                                    head,           log,          ack,
                                    pairKeys,       database,     logKey,
                                    slotPassphrase, slotRecovery, pair,
                                    pairMessage,    pairKey,      pairBeacon,
                                    pairPreamble,   beacon,       preamble,
                                    rendezvous};
};

consteval bool noLabelBeginsWithAnother() {
    for (const Label& a : Labels::all)
        for (const Label& b : Labels::all)
            if (&a != &b && a.text().starts_with(b.text()))
                return false;
    return true;
}
static_assert(noLabelBeginsWithAnother());

} // namespace mend::crypto
