/** English, one phrasing a line: each asks for a person. */
export const asks = `
agent
human please
talk to a human
I want to speak to a real person
can I speak with someone
could you put me through to customer service please
is there anybody there I can talk to?
get me a human NOW
let me talk to your manager
I dont want to talk to a bot
stop with the bot already, give me a person
representative
operator!
live agent
live chat with an agent please
speak to a representative
I need to talk to someone about my order
can someone call me
please call me back
connect me with an advisor
transfer me to a live person
chat with a person
talk to agnet
speek to a human
wanna talk to a real human being
I'd like to speak to a member of staff, please
may I talk to somebody from your team?
how do I contact customer support
what's your phone number
can i get some help from a real person
is this a bot? I want a human
I would prefer to deal with a person
can you hand me over to a colleague
human!!!
person
could I chat to one of your staff
i need a supervisor
anyone there?
I want to talk to customer service
how can i reach an actual human being here
no more robots. human.
give me someone who can actually help
are there any humans working here
I'd rather speak to someone in person on the phone
this bot is useless let me speak with a human
put a human on
escalate this please
I need human assistance
let me speak to whoever is in charge
how do I get through to a real person
is there a number I can ring
talk to customer care executive
can a person look at this please
i want human support
connect to agent
speak with sales team
can you get someone to contact me
I demand to speak to a supervisor
hello? is anyone human there
hoomun plz
is this an automated service? I would like an actual person
I've been going round in circles, human help needed
hi can I get a real agent in here
please have somebody ring me back
what are the contact details for your shop
who can I speak to about this
put me in the queue for an agent
let me chat with your support guys
i keep getting the bot, i want someone real
just give me a phone call
could a colleague take over from here?
I need to talk this through with somebody knowledgeable
do you have a live person on the other end
I give up, human
ask a staff member to message me
is it possible to chat with your customer care folks
pass me on to somebody else
this is going nowhere, let me speak to an operator
I want to raise this with a person directly
is somebody able to help me personally?
send me to your service desk agents
could you get a human on the line
I'd feel better talking to someone
let me have a word with your manager
`
  .trim()
  .split('\n')

/** English: each mentions people or talk, and asks for neither. */
export const mentions = `
is there a human-shaped mug?
do you have a mug with a person on it
is the coat made for a tall person
which bag is good for one person?
I work as a travel agent, which case is the best
do you sell natural cleaning agent
is this made by humans or machines
my manager bought this for me as a gift
can the machine operator be left handed, is there a manual
gift for someone who likes tea
how many people does the tent sleep
I told the delivery person to leave it at the door
the delivery agent did not come
is human hair used in these brushes
can I pick it up in person
does the radio talk?
can someone else sign for my parcel
is there a table for six people
I need a present for a person who has everything
is the desk suitable for a call center
can a child operate it alone
do you have a gift for my boss and his team
does the speaker support bluetooth
which size do I need for someone who is 6 foot
does someone need to be home for delivery
`
  .trim()
  .split('\n')
