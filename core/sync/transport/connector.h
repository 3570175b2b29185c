#pragma once
// Makes connections to the partner: listens and judges preambles, dials, and gives away each link
// whose handshake is over. Only a partner's get as far as a handshake.

#include "core/sync/transport/admission.h"
#include "core/sync/transport/link.h"
#include "core/sync/transport/listener.h"
#include "core/sync/transport/trust_store.h"

#include <functional>
#include <memory>
#include <vector>

namespace mend::sync {

class Connector : public QObject {
    Q_OBJECT
public:
    // `address`: "host:port" where the other listens, empty if that is not known.
    using Ready = std::function<void(std::unique_ptr<Link> link, const QString& address)>;
    Connector(TrustStore& store, const Clock& clock, Random& random, Ready ready,
              QObject* parent = nullptr);
    ~Connector() override;

    // Both must live until end(). `listen` as parseBind() takes it.
    void begin(const Trust& trust, const OwnKeys& own, const QString& listen);
    void end();
    void dial(const QString& host, quint16 port);
    // One connection is enough: whatever is in its handshake is let go.
    void dropPending();

    quint16 port() const;    // 0: nowhere
    bool cantListen() const; // where it was told to: the port is taken, or the address is another's
    // Where the other could reach this computer, "host:port", newline separated.
    QString typable() const;

private:
    struct Pending {
        std::unique_ptr<Link> link;
        QString address;
    };
    std::optional<Announcement> judge(const QByteArray& preamble);
    QByteArray preamble();
    void accepted(qintptr socket, const Announcement& announcement, const QHostAddress& from);
    std::unique_ptr<Link> makeLink(Link::Dialled dialled) const;
    Link* watch(std::unique_ptr<Link> link, const QString& address);
    void handOver(Link* link);
    void drop(Link* link);
    void dropOldestComing();
    std::ptrdiff_t pendingOf(Link::Dialled dialled) const;
    std::optional<Pending> take(Link* link);

    TrustStore& store_;
    const Clock& clock_;
    Random& random_;
    Admission admission_;
    Ready ready_;
    const Trust* trust_ = nullptr;
    const OwnKeys* own_ = nullptr;
    std::optional<crypto::Key> mine_; // of preambles
    std::optional<crypto::Key> theirs_;
    std::unique_ptr<Listener> listener_;
    std::vector<Pending> pending_; // dialling, or in their handshake
};

} // namespace mend::sync
