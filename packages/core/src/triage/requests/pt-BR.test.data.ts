/** Brazilian Portuguese, one phrasing a line: each asks for a person. */
export const asks = `
atendente
humano
Quero falar com um atendente
quero falar com uma pessoa
falar com humano
Posso falar com alguém?
preciso falar com uma pessoa de verdade
gostaria de falar com um atendente humano, por favor
me passa pra um atendente
me transfere para um atendente
transferir para atendente
quero ser atendido por uma pessoa
não quero falar com robô
chega de robô, quero gente
tem alguém aí?
alguem ai
vocês podem me ligar?
me liga por favor
qual o telefone de vocês
qual o numero do sac
SAC
como faço pra falar com o suporte
falar com o suporte
atendimento humano
central de atendimento
quero falar com o gerente
chama o supervisor
falar com um consultor
queria conversar com alguem da equipe
cade o atendente
n quero falar c robo
quero fala com atendente
falar com um especialista
pessoa real
atendente pfv
preciso de um humano agora!!
me coloca em contato com alguém
tem como falar com uma pessoa?
entrar em contato com o atendimento
quero um atendente de verdade
atendente por gentileza
quero atendimento humano
me transfira para um humano
preciso conversar com uma pessoa
falar com vendedor
atendimento
poderiam me ligar, por favor?
quero um número pra ligar
isso é um robô? quero uma pessoa
não tem ninguém pra me atender?
me encaminha pra alguém
quero falar com gente de verdade
me passe para o setor responsável
contato do suporte
falar com a central
atendente humano
gostaria que alguém entrasse em contato comigo
quero suporte humano
tem como alguém me chamar no whatsapp?
prefiro falar por telefone
cansei desse robô
manda um atendente aí
me ajuda alguém
queria tirar dúvida com vendedor
contato telefônico
um colega pode assumir?
desisto, humano por favor
tem gente de verdade aí?
quero bater papo com um vendedor
pede pra alguém me mandar mensagem
passa a conversa pra um humano
quero reclamar com o gerente
não quero máquina, quero pessoa
quero resolver isso com uma pessoa
me manda pra um atendente por favor
tem algum humano pra conversar?
prefiro ser atendido por gente
vou precisar do gerente
quero atendimento de uma pessoa de verdade
`
  .trim()
  .split('\n')

/** Brazilian Portuguese: each mentions people or talk, and asks for neither. */
export const mentions = `
tem caneca em formato humano?
a barraca é para quantas pessoas?
é um presente para uma pessoa idosa
sou agente de viagens, qual mala vocês indicam
o entregador falou com o vizinho
outra pessoa pode receber o pacote?
procuro um presente para alguém especial
meu gerente comprou a mesma cadeira
é feito por humanos ou máquinas
mesa para seis pessoas
quanto custa o robô aspirador
a boneca fala português?
posso retirar pessoalmente
serve para pessoa alta
o entregador não ligou
vocês têm agente de limpeza ecológico
alguém mais pode assinar a entrega
alguém precisa estar em casa para receber?
que tamanho para uma pessoa de 1,80?
o suporte de parede vem junto?
presente para minha equipe
a cadeira aguenta pessoa de 120 kg?
`
  .trim()
  .split('\n')
