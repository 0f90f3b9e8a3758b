export const PT = `
  account: conta|, contas|
  root: raiz, root
  password: senha, palavra-passe, palavra passe
  email: endereço de email, email, correio eletrônico, correio eletrónico, caixa de correio, endereço do usuário
  mfa: mfa|, multifator, dois fatores, segundo fator, chave de segurança, passkey, chave de acesso do usuário, autenticador, aplicativo de autenticação, dispositivo de autenticação
  signIn: login, iniciar sessão, início de sessão, fazer login, entrar|, entrou, acesso à aws, acessar, sessão, conectou, sua identidade, que é você, que é mesmo você
  code: código, códigos, uso único, número de verificação, número de segurança
  characters: caracteres, dígitos, letras, algarismos
  credential: chave de acesso, chaves de acesso, credencia, chave secreta, access key
  resource: instância, recurso, servidor, bucket, ec2|
  ses: ses|, envio de email, seus envios, seu envio, os envios
  organization: organização, organizacao
  access: identity center, portal de acesso, logon único
  contact: contato, contacto, número de telefone, nome da conta, nome da sua conta, informações de contato, nome de exibição, política de senha, nome da tua conta, dados de contato
  plan: plano pago, plano de suporte
  freePlan: plano gratuito, plano grátis
  invoice: fatura|, faturas|, extrato, recibo, nota fiscal, nota de crédito, faturamento, relatório de custo, relatório de uso, relatório agendado, painel de custo, relatório semanal, relatório mensal, reembolso
  payment: pagamento, pagar|, cartão, cobrar, cobrança, débito, forma de pagamento, quitar
  purchase: oferta privada, marketplace, compra|, comprou, pedido|, savings plan, instância reservada, instâncias reservadas, reserva|
  budget: orçamento
  anomaly: anomalia, mais do que o esperado, gasto inesperado, custo inesperado, acima do normal
  freeTier: nível gratuito, free tier, uso gratuito, camada gratuita, créditos, saldo de crédito, crédito promocional
  domain: domínio, registrador, titular
  certificate: certificado
  subscription: assinatura, inscrição no tópico, inscrev, tópico
  case: caso|, casos|, ticket, chamado, solicitação de suporte
  verify: verifi, confirm, validar|, valide|, validaç, validad, aprov, comprov, autoriz
  typeIn: digite, digitar, insira, inserir, use o|, use este, utilize, informe o código, aqui está, introduza, para concluir, escreva
  verified: foi verificad, foi confirmad, verificado com sucesso, verificada com sucesso, foi emitid, foi aprovad, confirmada com sucesso, foi validad, validad, foi habilitad, validação, solicitação de acesso, aprovamos, concedid, aprovad
  reset: redefin, esqueceu, esqueci, assistência de senha, assistência com a senha, recuper, criar uma nova senha, escolher uma nova senha, repor a palavra, perdi, perda, perdeu, sem o seu, roub, extravi
  new: novo, nova, outro|, outra|, diferente
  changed: alterad, alterou, alteraç, alterar, alteramos, mudou, mudança, modific, atualiz, substitu, troca, renome, agora se chama, agora é|
  removed: remov, exclu, desativ, retirad, retiramos, retirar|, apag, desvincul, não usa mais, não está mais, não é mais, não exige mais, deixou de, desabilit, eliminad, deixou|, removid, não faz mais parte, não pertence mais, independente, saiu, saída, não é mais membro, autônoma, retirada da organização, excluída
  added: adicion, registr, ativado|, ativada|, ativou, associ, atribu, novo|, nova|, habilit, configurad, configurou, cadastrad, creditad
  resync: ressincroniz, sincroniz
  exposed: expost, públic, publicad, vaz, github, repositório, internet|, divulgad, revelad
  suspicious: suspeit, incomum, irregular, não autoriz, comprometid, malicios, roubad, uso indevido, fraud, invad, mãos erradas, não parecem suas, malware, mineração, incidente de segurança, fora da aws, intrus, terceiros|, anômala|, anômalo|, anômalas|, anômalos|, invasor, em risco, em perigo, sem autorização, sem sua autorização, sem permissão
  finding: guardduty, descoberta de segurança, descobertas, inspector, macie, acessível publicamente
  low: baixa gravidade, gravidade baixa, severidade baixa, nenhuma descoberta, resumo semanal, resumo diário
  abuse: abus, spam, varredura de portas, varred, phishing, ataque, denúncia, reclamaç, rejeição, uso aceitável, escane
  withdrawn: restri, bloque, suspens, suspend, revogad, em análise, em revisão, sob análise, período de avaliação, em observação, limitad, isolad, pausad, em pausa, quarentena, interrompid
  failed: falh, recus, rejeit, não conseguimos, não foi possível, não pôde, malsucedid, negad, problema com, não pudemos
  overdue: vencid, atras, não pag, em aberto, inadimpl, pendente de pagamento, saldo devedor, saldo pendente, não foi paga, não recebemos, lembrete de pagamento, venceu
  received: obrigado pelo pagamento, obrigado pelo seu pagamento, agradecemos o pagamento, recebemos, recebido, foi paga, foi pago, está paga, já paga, quitad, reembolso, confirmação de pagamento, concluído com sucesso, foi cobrado, foi debitado, comprovante
  usual: disponível, está pronta, pronto|, pronta|, em anexo, anexad, emitid, já pode, custo, gasto, despesa, savings plan, região|, limite, ultrapass, exced, previsão, limiar, atingi, % do, alerta|, link|, clique, botão, siga|, abra|, acesse, boas notícias, boa notícia
  suspend: suspens, suspend, desativamos sua conta, bloqueamos sua conta
  close: encerr, fechad, fechar, fechou, fechamos, fechamento, cancelamento da conta, cancelada
  reinstated: reativ, restaurad, restabelecid, reabert, ativa novamente, novamente ativa, voltou a ficar ativa, suspensão removida, suspensão foi removida, suspensão levantada, não está mais suspensa, ativa de novo, volta a funcionar, reabr, reabertura, levantad, suspensa a restrição
  invite: convid, convite, participar da organização, ingressar, entrar na organização, juntar, aceitar o convite, aceite o convite, seu nome de usuário, todos os recursos
  joined: entrou|, agora faz parte, membro da, agora é membro, passou a fazer parte, ingressou, aceitou, juntou
  ready: está pronta, bem-vind, boas-vindas, está ativa, foi criada, ativação, já pode usar, já pode ser usada, primeiros passos, comece|, obrigado por se registrar, obrigado por se cadastrar, comece a usar
  signUp: criar uma conta, criar sua conta, criação da sua conta, criação da conta, criação de uma conta, nova conta da aws, cadastro, cadastrar, inscrever-se na aws
  maintenance: manutenç, patch|, correção programada, atualização programada, atualização agendada, versão secundária, substituição do endpoint, atualizaremos o host, vamos atualizar o host, atualização de software
  retire: retirada, desativação, desativada, hardware com defeito, hardware degradado, hardware subjacente, será interrompida, será parada, será desligada, reinici, fora de serviço, aposentad, hardware com falha, será encerrada
  deprecate: fim do suporte, fim de suporte, fim da vida, encerramento do suporte, deixará de, deixarão de, obsolet, descontinu, não será mais, não serão mais, não terá mais suporte, será substituíd, substituíd, suporte padrão, termina o suporte, não receberá mais, interrupção do suporte, encerraremos o suporte, fim do serviço
  incident: problema operacional, interrupç, taxas de erro, taxa de erro, degradaç, latênc, queda|, erros|, indisponib, conectividade, incidente
  resolved: resolvid, solucionad, cancelad, restaurad, funcionando normalmente, funciona normalmente, concluíd, corrigid, fechado|, normalizad, foi ressincroniz, foi sincroniz, sincronizado com sucesso, finalizad, terminad
  cancelled: foi cancelad, foram cancelad, cancelamos, anulad
  alarm: alarme, resumo, backup, pipeline, evento do health, implantação
  quota: cota|, cotas|, limite de serviço
  raised: aumentad, ampliad, elevad, acesso à produção, acesso de produção, fora do sandbox
  health: programad, planejad, agendad, previst, aws health, próxim, recurso afetado
  upgrade: atualize, atualizar, migrar, migre, versão, planeje, passou para, mudou para, atualizada para, upgrade, renov
  expire: expir, venc, caduc, termina|, terminam|, terminou, terminad, terminará, acab, encerra|, chega ao fim, vence, fim do plano
  will: será|, serão|, encerraremos, fecharemos, vence|, vencem|, vencerá, expira|, expiram|, expirará, está prestes, em breve, se aproxima, está próxim, perto de
  transfer: transfer, mudança de titular, bloqueio de transferência, bloqueio do domínio, desbloque, bloqueio
  answered: respond, resposta ao seu, nossa resposta, foi criado, foi aberto, abertura, novo caso, nova correspondência, entrar em contato com, contatar, nova mensagem
  waiting: aguard, esperando, esperamos, sua resposta, precisamos, preciso, mais informações, mais detalhes, informe-nos, diga-nos, poderia, pode nos enviar, envie-nos, nos envie, por favor, envie, responda|, de sua parte, forneça, fornecer, faltam, nos diga, nos informe, ainda não tivemos
  survey: pesquisa de satisfação, satisf, avalie, avaliar, sua opinião, como foi, pesquisa|
  news: webinar, evento|, eventos|, treinamento, inscreva-se, registre-se, reserve seu lugar, garanta sua vaga, junte-se, workshop, certificação, conferência, sessões, vagas limitadas, participe, capacitação, newsletter, boletim, novidades, notícias, descubra, anunci, saiba mais, blog, novo recurso, novos recursos, este mês, esta semana, o que há de novo, melhores práticas, práticas recomendadas, dicas, leia mais, oferta especial, guia|, aprenda
  required: ação necessária, ação requerida, ação obrigatória, necessári, obrigatóri, deve|, é preciso, requer, medidas necessárias, é necessário agir
  not: não|, nenhum, nunca, sem|, jamais
  needless: nenhuma ação, não é necessári, não precisa fazer, nada a fazer, não há nada, não é preciso, nenhuma medida, para sua informação, sem interrupção, não precisa tomar, não requer ação, nenhuma providência
  may: pode|, poderá, poderia
  if: se você, se não, se o|, se a|, caso você, caso não, a menos, caso tenha, caso o|, caso a|, se tiver
`;
