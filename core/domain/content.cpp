#include "core/domain/content.h"

#include "core/domain/names.h"

#include <QStringList>

namespace mend {

namespace {

constexpr Names<14> kindNames = {QLatin1String("member"),
                                 QLatin1String("pair"),
                                 QLatin1String("checkin"),
                                 QLatin1String("commitment"),
                                 QLatin1String("commitment.change"),
                                 QLatin1String("consent"),
                                 QLatin1String("outcome"),
                                 QLatin1String("view"),
                                 QLatin1String("note"),
                                 QLatin1String("moment"),
                                 QLatin1String("step"),
                                 QLatin1String("open"),
                                 QLatin1String("withdraw"),
                                 QLatin1String("pause")};
static_assert(std::variant_size_v<Content> == kindNames.size());

struct AboutOf {
    std::optional<RecordId> operator()(const CommitmentChange& c) const { return c->commitment; }
    std::optional<RecordId> operator()(const Consent& c) const { return c->about; }
    std::optional<RecordId> operator()(const Outcome& c) const { return c->commitment; }
    std::optional<RecordId> operator()(const View& c) const { return c->commitment; }
    std::optional<RecordId> operator()(const Open& c) const { return c->about; }
    std::optional<RecordId> operator()(const Withdraw& c) const { return c->about; }
    template <class Other>
    std::optional<RecordId> operator()(const Other&) const {
        return std::nullopt;
    }
};

struct TextsOf {
    QStringList operator()(const Member& c) const { return {c->name}; }
    QStringList operator()(const CheckIn& c) const { return c->texts.values(); }
    QStringList operator()(const Commitment& c) const { return {c->title}; }
    QStringList operator()(const CommitmentChange& c) const {
        return c->edited ? QStringList{c->edited->title} : QStringList{};
    }
    QStringList operator()(const Consent& c) const { return {c->note}; }
    QStringList operator()(const Outcome& c) const { return {c->note}; }
    QStringList operator()(const View& c) const { return {c->note}; }
    QStringList operator()(const Note& c) const { return {c->text}; }
    QStringList operator()(const Moment& c) const { return {c->text}; }
    template <class Other>
    QStringList operator()(const Other&) const {
        return {};
    }
};

} // namespace

QString name(Kind kind) {
    return nameIn(kindNames, kind);
}

std::optional<Kind> kindFromName(QStringView name) {
    return valueIn<Kind>(kindNames, name);
}

Kind kindOf(const Content& content) {
    return static_cast<Kind>(content.index());
}

std::optional<RecordId> about(const Content& content) {
    return std::visit(AboutOf{}, content);
}

QString searchText(const Content& content) {
    QStringList lines;
    for (const QString& text : std::visit(TextsOf{}, content)) {
        if (!isBlank(text))
            lines.append(text.simplified());
    }
    return lines.join(u'\n');
}

} // namespace mend
