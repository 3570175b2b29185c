#include "app/demo/story.h"

namespace mend::story {

using namespace Qt::StringLiterals;

const PromiseWords& homeInTime() {
    static const PromiseWords words = {
        .kept = {u"Left early on purpose."_s, u"Ran for the train."_s, u"Door before the soup."_s,
                 u"I left the meeting in the middle. Nothing burned down."_s},
        .partly = {u"Ten minutes late; I called before."_s,
                   u"The train stood. You had my message from the platform."_s},
        .missed = {u"I stayed till seven. I should have called at six."_s,
                   u"The meeting ran over and I didn’t leave it."_s, u"I forgot. No excuse."_s,
                   u"Traffic, and I set off too late for it to be the traffic."_s},
        .excused = {u"Parents’ evening, as agreed."_s,
                    u"Late shift this once; we spoke about it."_s},
        .differs = {u"It was nearly seven. I looked."_s,
                    u"You were there, but on the phone until eight."_s}};
    return words;
}

const PromiseWords& call() {
    static const PromiseWords words = {
        .kept = {u"From the car park."_s, u"Short, and you sounded tired."_s, u"You picked up."_s},
        .partly = {u"A message instead. I was in the lift with the others."_s,
                   u"I called from the train and not from the door."_s},
        .missed = {u"I forgot. I was in the car before I noticed."_s,
                   u"Phone empty. Also my doing."_s, u"I thought I had. I hadn’t."_s},
        .excused = {u"I worked from home."_s},
        .differs = {u"The call came when you were in our street already."_s}};
    return words;
}

const PromiseWords& noContact() {
    static const PromiseWords words = {
        .kept = {u"I saw her car on the main road. Nothing else. I want you to know."_s,
                 u"She is at the trade fair I won’t go to."_s},
        .partly =
            {u"A message came. I didn’t answer it, and I showed it to you the same evening."_s,
             u"She was in the queue at the bakery. I left without bread and told you."_s},
        .missed = {u"I read one of the old messages before I deleted it. That counts."_s},
        .excused = {},
        .differs = {u"A nod at the station is contact. We don’t agree on that yet."_s}};
    return words;
}

const PromiseWords& phoneAway() {
    static const PromiseWords words = {
        .kept = {u"In the drawer, even."_s},
        .partly = {u"Till ten. Then I fetched it for the alarm."_s},
        .missed = {u"It lay beside me on the sofa. Habit."_s,
                   u"I took it up with me. I saw it too late."_s},
        .excused = {u"Your mother was in hospital; we both kept ours."_s},
        .differs = {u"It was in the kitchen. So were you, until eleven."_s}};
    return words;
}

const PromiseWords& walk() {
    static const PromiseWords words = {
        .kept = {u"Along the canal, all the way to the lock."_s,
                 u"In the rain. It was better than dry."_s,
                 u"You talked, I listened, then the other way round."_s},
        .partly = {u"Only round the block. But together."_s},
        .missed = {u"I couldn’t. I wanted to be alone, and I said so."_s,
                   u"I didn’t want to be seen with us."_s},
        .excused = {u"The children were ill."_s},
        .differs = {u"We walked. I don’t think either of us was there."_s}};
    return words;
}

const QStringList& weekdayWhereabouts() {
    static const QStringList list = {
        u"At the office, then straight home."_s,
        u"Team lunch, six of us, the place by the station."_s,
        u"In the workshop until five, phone in the locker."_s,
        u"On the train to the site, with Karim and the new one, Ines."_s,
        u"Dentist at four, then the chemist’s."_s,
        u"Working from home, all day."_s,
        u"Dr. Brandt at five, and I’ll drive straight home."_s,
        u"Office. The farewell in the canteen, without me after four."_s,
        u"At the school first, then the office."_s,
        u"Customer visit; I’ll write when it starts and when it ends."_s,
    };
    return list;
}

const QStringList& weekendWhereabouts() {
    static const QStringList list = {
        u"At my mother’s, the shelves. Back for lunch."_s,
        u"At the pitch with the children."_s,
        u"Supermarket, then the tip."_s,
        u"At my brother’s. He says hello, carefully."_s,
        u"In the garden. You’ll hear the saw."_s,
    };
    return list;
}

const QStringList& plans() {
    static const QStringList list = {
        u"Office until five. Home by 18:30. I cook."_s,
        u"Morning: site. Lunch with Karim. Afternoon at the desk. Home by 18:30."_s,
        u"Running at six. Office. Dr. Brandt. Home."_s,
        u"I fetch the children. Then it’s yours to say what the evening is."_s,
    };
    return list;
}

const QStringList& reassurances() {
    static const QStringList list = {
        u"I’m here, and I’m staying for the hard part."_s,
        u"You don’t have to be fine tonight."_s,
        u"I know what I did. I haven’t forgotten it because it was a good day."_s,
        u"It was my choice and not your lack of anything."_s,
        u"Ask it again whenever you need to. I won’t sigh."_s,
        u"You are the one I want to be honest with."_s,
    };
    return list;
}

} // namespace mend::story
