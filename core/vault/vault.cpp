#include "core/vault/vault.h"

#include "core/vault/bulk.h"
#include "core/vault/identity.h"
#include "core/vault/log_key.h"
#include "core/vault/log_writer.h"
#include "core/vault/private_store.h"
#include "core/vault/projection.h"
#include "core/vault/read_store.h"
#include "core/vault/speaking.h"
#include "core/vault/store_state.h"
#include "core/vault/verify.h"

namespace mend::vault {

struct Vault::State {
    State(std::shared_ptr<StoreState> s, std::unique_ptr<Connection> c)
        : store(std::move(s)), connection(std::move(c)), logs(*connection),
          sync(*connection, store), read(*connection), mine(*connection, store->environment.clock) {
        ++store->connections;
    }
    ~State() { --store->connections; }

    std::shared_ptr<StoreState> store;
    std::unique_ptr<Connection> connection;
    LogStore logs;
    SyncStore sync;
    ReadStore read;
    PrivateStore mine;
    // As last read, so that asking can't fail.
    std::optional<Member> member;
    LogId liveLog;

    LogWriter writer() {
        return {*connection, store->environment.clock, store->environment.random};
    }
    Result<void, VaultError> refresh();
};

// The newest member record of my live log.
Result<void, VaultError> Vault::State::refresh() {
    const Snapshot snapshot(*connection);
    const auto log = logs.liveLog();
    const auto row = log ? logs.newest(log->number, name(Kind::Member)) : std::nullopt;
    const auto body = row ? logs.body(row->n) : std::nullopt;
    const auto* found = body ? std::get_if<Member>(&body->content) : nullptr;
    if (!found)
        return fail(VaultError::Damaged);
    member = *found;
    liveLog = log->key;
    return {};
}

Vault::Vault(std::unique_ptr<State> state) : state_(std::move(state)) {}

Vault::~Vault() = default;

Result<std::unique_ptr<Vault>, VaultError>
Vault::connect(const std::shared_ptr<StoreState>& store) {
    auto connection = Connection::open(databasePath(store->folder), databaseKey(store->dataKey),
                                       Connection::Mode::ReadWrite, &store->writers);
    if (!connection)
        return fail(connection.error());
    auto state = std::make_unique<State>(store, std::move(*connection));
    if (const auto read = state->refresh(); !read)
        return fail(read.error());
    return std::unique_ptr<Vault>(new Vault(std::move(state)));
}

Member Vault::member() const {
    (void)state_->refresh();
    return *state_->member;
}

LogId Vault::liveLog() const {
    (void)state_->refresh();
    return state_->liveLog;
}

Result<RecordId, VaultError> Vault::append(const record::Draft& draft) {
    StoreState& store = *state_->store;
    Transaction transaction(*state_->connection);
    const auto live = state_->logs.liveLog();
    if (!live)
        return fail(transaction.error().value_or(VaultError::Damaged));
    const LogRow log = logFor(*state_->connection, *live, draft);
    if (const auto key = store.logKey(log.key); !key)
        return fail(key.error());
    LogWriter writer = state_->writer();
    const Day today = store.environment.clock.today();
    const quint64 seen = writer.seenNow(log);
    if (const auto allowed = mayWrite(*state_->connection, log, draft, seen, today); !allowed)
        return fail(allowed.error());
    const auto id = writer.append(log, draft, seen);
    if (!id)
        return id;
    if (const auto done = transaction.commit(); !done)
        return fail(done.error());
    return id;
}

Result<void, VaultError> Vault::changeMember(const MemberFields& changed) {
    StoreState& store = *state_->store;
    Transaction transaction(*state_->connection);
    const auto log = state_->logs.liveLog();
    const auto row = log ? state_->logs.newest(log->number, name(Kind::Member)) : std::nullopt;
    const auto body = row ? state_->logs.body(row->n) : std::nullopt;
    const auto* now = body ? std::get_if<Member>(&body->content) : nullptr;
    if (!now)
        return fail(transaction.error().value_or(VaultError::Damaged));
    if (const auto key = store.logKey(log->key); !key)
        return fail(key.error());
    if (changed.relation != (*now)->relation && state_->logs.newest(log->number, name(Kind::Pair)))
        return fail(VaultError::AgainstRules);
    MemberFields fields = now->fields();
    fields.name = changed.name;
    fields.role = changed.role;
    fields.relation = changed.relation;
    fields.mayBeAsked = changed.mayBeAsked;
    const auto own = readIdentity(*state_->connection);
    auto member = own ? signedMember(std::move(fields), *own, log->key)
                      : Result<Member, VaultError>(fail(own.error()));
    if (!member)
        return fail(member.error());
    const auto written = state_->writer().append(*log, {{std::move(*member), row->id}, {}, {}});
    if (!written)
        return fail(written.error());
    return transaction.commit();
}

std::unique_ptr<Bulk> Vault::bulk() {
    return std::make_unique<Bulk>(*state_->connection, Bulk::Size::History);
}

std::unique_ptr<Bulk> Vault::together() {
    return std::make_unique<Bulk>(*state_->connection, Bulk::Size::Few);
}

Result<void, VaultError> Vault::rebuild() {
    Transaction transaction(*state_->connection);
    if (const auto rebuilt = Projection(*state_->connection).rebuild(); !rebuilt)
        return rebuilt;
    return transaction.commit();
}

Result<VerifyReport, VaultError> Vault::verify() {
    return vault::verify(*state_->connection);
}

void Vault::waitOnlyShortly() {
    state_->connection->waitOnlyShortly();
}

void Vault::giveUpWaiting() {
    state_->connection->giveUpWaiting();
}

quint64 Vault::dataVersion() {
    return state_->connection->dataVersion();
}

SyncStore& Vault::sync() {
    return state_->sync;
}

ReadStore& Vault::read() {
    return state_->read;
}

PrivateStore& Vault::mine() {
    return state_->mine;
}

} // namespace mend::vault
