/** Spanish, one phrasing a line: each asks for a person. */
export const asks = `
agente
humano por favor
Quiero hablar con una persona
quiero hablar con alguien
¿Puedo hablar con un agente?
hablar con un humano
Necesito hablar con una persona real
pásame con un agente
páseme con un operador por favor
me puede comunicar con un asesor
comuníqueme con atención al cliente
quiero que me atienda una persona
no quiero hablar con un robot
no quiero un bot, quiero una persona
¿hay alguien ahí?
hay alguien
¿Me pueden llamar?
llámenme por favor
quisiera hablar con un representante
operador
asesor
quiero hablar con el encargado
póngame con su supervisor
necesito ayuda de una persona de verdad
¿Cómo puedo contactar con atención al cliente?
cuál es el teléfono de atención al cliente
numero de telefono
dame un humano ya
qiero hablar con un ajente
kiero ablar con una persona
¿Podría hablar con alguien del equipo, por favor?
atención al cliente
conéctame con un ejecutivo
transfiéreme con una persona
chatear con un agente
deseo comunicarme con un asesor
una persona real por favor
hablar con soporte
que alguien se ponga en contacto conmigo
que me llame alguien
podeis pasarme con un compañero
¿Me puede atender un humano?
Necesito que me ayude alguien de verdad
quiero hablar con el gerente ahora mismo
derívame con un ejecutivo
derivar a un agente
esto es una máquina? quiero una persona
con quién puedo hablar
hablar con servicio al cliente
prefiero hablar por teléfono
¿tienen un teléfono al que llamar?
una persona por favor
ponme con alguien
me gustaría contactar con vosotros
quisiera que me llamaran
no me sirve el bot, un humano
me comunicas con alguien porfa
prefiero tratar con una persona
necesito que me llame un asesor
¿hay algún humano detrás?
con un operador
basta de robots
quiero que alguien me ayude
me pasas con alguien del equipo?
dónde puedo llamar
¿puede seguir un compañero?
me rindo, un humano
quiero que me conteste una persona
¿hay una persona al otro lado?
comunicarme con el servicio de clientes
quiero charlar con un vendedor
que me escriba alguien del equipo
pasa la conversación a un agente
quisiera tratar esto con alguien directamente
¿me pone con el encargado?
necesito atención personal
mandame con un agente porfavor
prefiero que me conteste un humano
me quiero quejar con el gerente
`
  .trim()
  .split('\n')

/** Spanish: each mentions people or talk, and asks for neither. */
export const mentions = `
¿tienen una taza con forma humana?
¿para cuántas personas es la tienda?
es un regalo para una persona mayor
soy agente de viajes, ¿qué maleta me recomiendan?
el repartidor habló con mi vecina
¿alguien más puede recoger el paquete?
busco un regalo para alguien especial
mi jefe compró la misma silla
¿está hecho por humanos o por máquinas?
¿sirve para personas alérgicas?
mesa para seis personas
el agente de reparto no vino
¿el robot aspirador habla español?
¿puedo recogerlo en persona?
quiero una camiseta para una persona alta
tienen agente de limpieza ecológico
cuánto cuesta el robot de cocina
¿alguien tiene que estar en casa para la entrega?
¿qué talla para una persona de 1,80?
¿el altavoz tiene soporte de pared?
un detalle para mi equipo de trabajo
busco silla para atención al cliente
`
  .trim()
  .split('\n')
