/** German, one phrasing a line: each asks for a person. */
export const asks = `
Mensch
Mitarbeiter bitte
Ich möchte mit einem Menschen sprechen
ich will mit einem echten menschen reden
Kann ich bitte mit jemandem sprechen?
Gibt es hier auch echte Menschen?
Verbinden Sie mich bitte mit einem Mitarbeiter
verbinde mich mit dem kundenservice
Ich hätte gern einen Ansprechpartner
ich brauch nen menschen keinen bot
Kein Bot, bitte einen Menschen!
Ich will nicht mit einem Roboter reden
Kundendienst bitte
Wie erreiche ich den Kundenservice?
Wie lautet Ihre Telefonnummer?
Kann mich jemand anrufen?
Bitte rufen Sie mich zurück
Rückruf bitte
ich moechte mit einem berater sprechen
Könnte ich bitte mit einer Mitarbeiterin chatten
holt mir einen vorgesetzten
Ich möchte Ihren Chef sprechen
ist da jemand?
jemand da???
Gib mir endlich einen Menschen
mit nem Mensch schreiben
kann ich mit jemandem aus dem Team reden
Weiterleiten an einen Mitarbeiter
Bitte an einen Kollegen übergeben
echte Person
Live-Chat mit Berater
ich will jetzt sofort mit einem verantwortlichen sprechen
Wäre es möglich, mit einer Person zu sprechen?
Kann mir ein Mensch helfen?
mitarbeter sprechen
Support kontaktieren
will mit wem reden
wo kann ich anrufen
Ich möchte lieber mit einem richtigen Menschen schreiben
Agent
Kann ich bitte einen Menschen haben?
Ist das hier ein Bot? Ich will einen echten Ansprechpartner
Mit wem kann ich darüber sprechen?
Leiten Sie mich bitte weiter
Ich möchte persönlich beraten werden
Persönliche Beratung bitte
Bitte um Kontaktaufnahme
Geben Sie mir bitte Ihren Vorgesetzten
ich komm so nicht weiter, mensch bitte
Kontakt zum Support
Telefonische Beratung möglich?
Könnten Sie mich bitte zurückrufen?
Wer kann mir hier weiterhelfen, bitte ein Mensch
hallo ist hier auch ein mensch
Ich würde gerne mit einer realen Person chatten
Servicemitarbeiter
Ich möchte lieber telefonieren
Wen kann ich dazu befragen?
Können Sie mich mit der Fachabteilung verbinden?
bitte jemanden vom Team, danke
Antwortet hier auch mal ein Mensch?
Der Bot versteht mich nicht, bitte ein Mitarbeiter
Kann ich Sie irgendwo anrufen?
ich will keinen Chatbot
Kann ein Kollege übernehmen?
Ich gebe auf, Mensch bitte
Ich hätte gerne jemanden am Telefon
Sitzt da auch ein echter Mensch?
Kann ich mit Ihrem Kundenservice chatten?
ich will mit niemand anderem als einem Mitarbeiter reden
Weiter zum Kundenberater
Lassen Sie mich mit einem Verkäufer sprechen
Ich möchte das mit jemandem persönlich klären
Holen Sie mir einen Mitarbeiter in den Chat
Bin ich hier mit einem Menschen verbunden? Ich hätte gern einen
Ich würde mich wohler fühlen, mit jemandem zu reden
Schalten Sie einen Berater dazu
kann ich eure nummer haben zum anrufen
`
  .trim()
  .split('\n')

/** German: each mentions people or talk, and asks for neither. */
export const mentions = `
Gibt es eine Tasse in Menschenform?
Für wie viele Personen ist das Zelt?
Ist der Tisch für sechs Personen geeignet?
Ich suche ein Geschenk für meinen Chef
Geschenk für eine Mitarbeiterin
Ist das für Menschen mit Allergie geeignet
Der Paketbote hat mit niemandem gesprochen
Kann jemand anderes das Paket annehmen?
Ich bin Kundenberater, welche Schuhe sind bequem
Haben Sie Mitarbeiterrabatt
Gibt es Personenwaagen?
Der Fahrer hat nicht angerufen
Gibt es ein Buch über Roboter
passt die Jacke einem großen Menschen
kann ich das persönlich abholen
Mein Kollege hat die gleiche Tasse
Wird das von Menschen hergestellt?
Unterstützt der Lautsprecher Bluetooth (Support für aptX)?
Für welche Personengröße ist das Fahrrad?
Muss jemand zu Hause sein bei Lieferung?
Welche Größe für einen großen Menschen?
Meine Chefin hat den Stuhl empfohlen
`
  .trim()
  .split('\n')
