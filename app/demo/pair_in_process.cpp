#include "app/demo/pair_in_process.h"

#include "core/vault/sync_store.h"

namespace mend {

namespace {

constexpr int lackingAtOnce = 512;

std::optional<vault::Partner> introduce(vault::Vault& who, const IdentityId& to) {
    const Member member = who.member();
    auto own = who.sync().own();
    const auto log = who.sync().prepareLog(to, vault::ShareBefore::All);
    if (!own || !log)
        return std::nullopt;
    return vault::Partner{member->identity, *log,         member->sealingKey, own->certificateDer,
                          member->name,     member->role, member->relation};
}

bool gaveBatches(vault::Vault& from, vault::Vault& to, bool& moved) {
    for (;;) {
        const auto held = to.sync().head(Person::Partner);
        if (!held)
            return false;
        const auto batch = from.sync().batch(Person::Me, *held ? (*held)->seq + 1 : 0);
        if (!batch)
            return false;
        if (batch->records.empty())
            return true;
        if (!to.sync().receive(batch->records, batch->head))
            return false;
        moved = true;
    }
}

bool gaveBodies(vault::Vault& from, vault::Vault& to, bool& moved) {
    const auto ids = to.sync().lacking(lackingAtOnce);
    const auto bodies = from.sync().bodies(ids);
    if (!bodies)
        return false;
    moved |= !bodies->empty();
    return bodies->empty() || to.sync().receiveBodies(*bodies).has_value();
}

bool gave(vault::Vault& from, vault::Vault& to, bool& moved) {
    bool anything = false;
    if (!gaveBatches(from, to, anything) || !gaveBodies(from, to, anything))
        return false;
    moved |= anything;
    const auto ack = anything ? to.sync().ack() : std::nullopt;
    return !ack || from.sync().receiveAck(*ack).has_value();
}

} // namespace

bool pairInProcess(vault::Vault& a, vault::Vault& b, Random& random) {
    const auto forB = introduce(a, b.member()->identity);
    const auto forA = introduce(b, a.member()->identity);
    const auto key = crypto::SecretBytes::random(crypto::Key::keySize, random);
    if (!forA || !forB)
        return false;
    return a.sync().storePairing(*forA, key, forB->log) &&
           b.sync().storePairing(*forB, key, forA->log) && a.sync().confirmPairing() &&
           b.sync().confirmPairing() && exchangeInProcess(a, b);
}

bool exchangeInProcess(vault::Vault& a, vault::Vault& b) {
    bool moved = true;
    while (moved) {
        moved = false;
        if (!gave(a, b, moved) || !gave(b, a, moved))
            return false;
    }
    return true;
}

} // namespace mend
