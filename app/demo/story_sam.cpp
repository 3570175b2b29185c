#include "app/demo/story.h"

namespace mend::story {

using namespace Qt::StringLiterals;

namespace {

QStringList helped() {
    return {
        u"Talking to my sister. She didn’t say what I should do."_s,
        u"An hour in the garden with nobody needing anything."_s,
        u"Writing it down instead of carrying it around."_s,
        u"That you said it before I asked. It still hurt, but differently."_s,
        u"Swimming. Forty lengths and my head was quiet."_s,
        u"The children asleep early, and tea."_s,
        u"Saying out loud that I am not fine. To you, for once."_s,
        u"Music on the train, loud."_s,
        u"You sat there and didn’t explain anything."_s,
        u"Sleeping through. The first time in weeks."_s,
        u"We laughed about the soup. I had forgotten that we can."_s,
        u"The long way home, by the river."_s,
        u"The list. I looked at it instead of at your phone."_s,
        u"An answer to all of it, even the part with the hotel."_s,
        u"You were home when you said. I noticed that I had stopped looking at the clock."_s,
        u"A whole afternoon in which I didn’t think of it."_s,
        u"Going out with Jo, and not talking about us."_s,
        u"That you told Dr. Brandt the whole of it, and I was there."_s,
        u"Cooking with you. We were slow, and it was fine."_s,
        u"I asked for a walk and you put your shoes on."_s,
        u"My own room for an evening. Door closed, nobody offended."_s,
        u"You wrote that you would be late before you were late."_s,
        u"The photographs from the lake. I could look at them again."_s,
        u"A boring day. I mean that as praise."_s,
    };
}

QStringList hard() {
    return {
        u"The evening, when it gets quiet."_s,
        u"I read old messages again. I wish I hadn’t."_s,
        u"The song in the supermarket. I left the trolley standing."_s,
        u"Your phone lit up at dinner. I know what it was. My body didn’t."_s,
        u"I was angry all day, and there was no reason in today."_s,
        u"The neighbours asked how we are and I said fine."_s,
        u"I counted back again which evenings were true."_s,
        u"Somebody at work talked about trust as if it were a switch."_s,
        u"I couldn’t eat with you at the table. I don’t know why today."_s,
        u"Your mother called and I had to sound normal."_s,
        u"A film with a scene in a hotel. We turned it off, and then nobody said anything."_s,
        u"I was short with the children. It wasn’t about them."_s,
        u"The date. I had hoped not to notice it."_s,
        u"You were cheerful, and I couldn’t be."_s,
        u"Being asked if we are coming to the wedding, both of us."_s,
        u"I looked into your calendar. I said I wouldn’t, and I did."_s,
        u"Her name in the newspaper. Another woman altogether."_s,
        u"Half a sentence of yours sounded like back then."_s,
        u"I’m tired of being the one who is tired."_s,
        u"I missed who I was before I knew."_s,
        u"Waking at four. It was shorter this time."_s,
        u"A good day, and at its end the fear that I was foolish to have one."_s,
    };
}

QStringList need() {
    return {
        u"That it may be a bad day without it meaning everything."_s,
        u"An evening alone."_s,
        u"To be held for a minute. Only that."_s,
        u"That you tell me about your day before I ask."_s,
        u"An answer to what I asked at the weekend."_s,
        u"Time."_s,
        u"A walk, without fixing anything."_s,
        u"That you read what I wrote, and say what you heard."_s,
        u"No questions tonight."_s,
        u"That you start it, for once."_s,
        u"To hear that it was a choice, and not something that happened to you."_s,
        u"A plan for the weekend, so that I don’t have to make it."_s,
        u"An evening that isn’t about this."_s,
        u"To be asked how I am, and for you to wait for the answer."_s,
    };
}

QStringList thanks() {
    return {
        u"For listening to the end."_s,
        u"For the soup."_s,
        u"For taking the children, and not saying that you took them."_s,
        u"For not turning on the light when I cried."_s,
        u"For ringing your brother yourself."_s,
        u"For the whole answer."_s,
        u"For the umbrella at the door."_s,
        u"For coming home early without making a thing of it."_s,
        u"For putting the phone in the kitchen without a speech."_s,
        u"For the note in my coat."_s,
        u"For laughing at yourself."_s,
        u"For staying in the room."_s,
    };
}

} // namespace

const CheckInWords& sam() {
    static const CheckInWords words = {
        .helped = helped(),
        .hard = hard(),
        .hardAfterLate =
            {
                u"Waiting without knowing. It was forty minutes, and it was all of March again."_s,
                u"You didn’t say it. I looked at the clock for both of us."_s,
                u"I stood at the window like somebody in a film. I hate that."_s,
                u"Late, and no word. I had my sentence ready before you came in."_s,
            },
        .hardAfterTold =
            {
                u"You were late. You had said so, and I could stay in the kitchen."_s,
                u"I was still angry. Less than if I had found out."_s,
                u"Late again, and said before I noticed. So it was only an evening."_s,
            },
        .need = need(),
        .thanks = thanks(),
        .truth = {}};
    return words;
}

const QStringList& samsJournal() {
    static const QStringList list = {
        u"I don’t want to be the one who checks. I want to be the one who doesn’t need to."_s,
        u"I dreamt that none of it had happened, and woke up furious."_s,
        u"# What I want to keep\n\nNot the house. Not the photographs. **The way we talk in the car.**"_s,
        u"My sister asked what I would need to see to believe it. I said: a hundred small evenings."_s,
        u"Three things from the session:\n\n- a bad day is a day\n- ask for one thing\n- sleep"_s,
        u"I noticed today that I was humming. I stopped when I noticed. Next time I’ll go on."_s,
    };
    return list;
}

const QStringList& samsMoments() {
    static const QStringList list = {
        u"The hotel bill in the glove box. An old one. I know."_s,
        u"I woke at four and counted the lies."_s,
        u"The restaurant on the corner. I couldn’t walk past it."_s,
        u"A name on the radio. Hers."_s,
        u"You smiled at your phone. It was your brother. It took me an hour to come down."_s,
        u"The scent in the lift at work, the same one."_s,
    };
    return list;
}

} // namespace mend::story
