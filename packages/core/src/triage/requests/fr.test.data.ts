/** French, one phrasing a line: each asks for a person. */
export const asks = `
humain
conseiller
un conseiller s'il vous plaît
Je veux parler à un humain
je voudrais parler à quelqu'un
Puis-je parler à une vraie personne ?
Est-ce que je peux parler à un conseiller svp
passez-moi un agent
passe moi un humain
mettez-moi en relation avec le service client
je souhaite être mis en relation avec un conseiller
j'aimerais échanger avec une personne réelle
je ne veux pas parler à un robot
pas de robot, un humain !
y a quelqu'un ?
il y a quelqu'un
Pouvez-vous m'appeler ?
rappelez moi svp
je veux être rappelé
quel est votre numéro de téléphone
comment contacter le service client ?
comment vous joindre
service client
opérateur
je veux parler au responsable
passez-moi votre supérieur
discuter avec un agent
chatter avec un conseiller
parler a qqn
jveux parler a un vrai humain
jai besoin de parler a une personne
besoin d'un conseiller humain
transférez-moi à un collègue
Serait-il possible de parler avec un membre de votre équipe ?
contacter un conseillé
une vraie personne svp
je préfère parler à une personne
est-ce qu'un humain peut me répondre
donnez moi un humain maintenant
parler a un conseiler
Bonjour, je souhaite parler avec un conseiller clientèle
je veux un humain
c'est un robot ? je veux quelqu'un
pouvez-vous me passer un responsable
j'aimerais qu'on me rappelle
un agent humain
je peux vous appeler ?
joindre le service après-vente
SAV
faites venir un humain
y a-t-il une personne derrière cet écran
marre du robot, un conseiller vite
Puis-je être contacté par téléphone ?
contacter le support
avoir quelqu'un au téléphone
parler à un être humain
je préfère qu'une personne me réponde
j'ai besoin d'aide humaine
on peut se parler au téléphone ?
votre numéro svp
Je n'y arrive pas avec le bot, un agent svp
avez-vous un numéro où vous joindre
contactez moi
parler avec vous de vive voix
un collègue peut-il prendre la suite ?
j'abandonne, un humain svp
je veux avoir un conseiller en ligne
il y a une vraie personne derrière ?
je voudrais discuter avec votre service clientèle
demandez à un vendeur de m'écrire
passez la main à quelqu'un
je veux qu'on me réponde, pas une machine
je voudrais régler ça avec quelqu'un directement
envoyez-moi un agent
j'aimerais avoir un interlocuteur humain
Peut-on me mettre en contact avec un vendeur ?
je voudrais votre responsable
aucun humain ne répond ici ?
`
  .trim()
  .split('\n')

/** French: each mentions people or talk, and asks for neither. */
export const mentions = `
avez-vous une tasse à forme humaine ?
la tente est pour combien de personnes ?
c'est un cadeau pour une personne âgée
je suis agent de voyage, quelle valise choisir
le livreur a parlé à mon voisin
est-ce que quelqu'un d'autre peut réceptionner le colis
un cadeau pour quelqu'un qui aime le thé
mon responsable a acheté le même
est-ce fait main par des humains
une table pour six personnes
le robot de cuisine est-il en stock
un agent nettoyant écologique
est-ce que la poupée parle français
puis-je le retirer en personne
convient-il aux personnes allergiques
le livreur n'a pas appelé
combien coûte le robot aspirateur
faut-il que quelqu'un soit présent à la livraison ?
quelle taille pour une personne de 1m80 ?
le support mural est-il inclus ?
un cadeau pour mon équipe
combien de personnes peuvent s'asseoir
`
  .trim()
  .split('\n')
