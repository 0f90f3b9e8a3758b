export const ES = `
  account: cuenta
  root: raíz, root
  password: contraseña, contraseñas
  email: correo electrónico, dirección de correo, correo|, email, dirección del usuario, buzón
  mfa: mfa|, multifactor, dos factores, segundo factor, clave de seguridad, llave de seguridad, clave de paso, llave de acceso, passkey, autenticador, dispositivo de autenticación, aplicación de autenticación, doble factor
  signIn: iniciar sesión, inicio de sesión, inicie sesión, inició sesión, sesión, acceder|, login, conectó, su identidad, tu identidad, que es usted, que eres tú
  code: código, códigos, número de verificación, número de seguridad, número de confirmación, un solo uso, clave de un solo
  characters: caracteres, dígitos, letras, cifras
  credential: clave de acceso, claves de acceso, credencial, clave secreta, access key, clave de iam
  resource: instancia, recurso, servidor, bucket, ec2|
  ses: ses|, envío de correo, sus envíos, su envío, los envíos
  organization: organización, organizacion, organizations|
  access: identity center, portal de acceso, inicio de sesión único
  contact: contacto, número de teléfono, nombre de la cuenta, nombre de su cuenta, información de contacto, nombre para mostrar, política de contraseñas, nombre de tu cuenta, datos de contacto
  plan: plan de pago, plan pago, plan de soporte, plan de support
  freePlan: plan gratuito, plan gratis, plan free
  invoice: factura|, facturas|, extracto, estado de cuenta, recibo, nota de crédito, facturación, informe de costo, informe de coste, informe de uso, informe programado, panel de costo, informe semanal, informe mensual, reporte de costo, reembolso
  payment: pago|, pagos|, pagar|, tarjeta, cobrar, cobro, cargo|, cargos|, forma de pago, domiciliación, abonar
  purchase: oferta privada, aws marketplace, marketplace, compra|, compró, pedido, savings plan, instancia reservada, instancias reservadas, reserva|
  budget: presupuesto
  anomaly: anomalía, más de lo esperado, gasto inesperado, costo inesperado, superior a lo habitual
  freeTier: capa gratuita, nivel gratuito, free tier, uso gratuito, créditos, saldo de crédito, crédito promocional, saldo a favor
  domain: dominio, registrador, titular
  certificate: certificado
  subscription: suscripción, suscrib, suscrit, tema|
  case: caso|, casos|, ticket, solicitud de soporte
  verify: verifi, confirm, validar, valide|, aprob, aprueb, demostr, autoriz, comprob
  typeIn: escriba, escribe|, introduzca, introduce|, introducir, ingrese, ingresar, digite, use el|, utilice, utilizar, este es su, aquí está, aquí tiene, teclee, para completar
  verified: ha sido verificad, se ha verificado, fue verificad, ha sido confirmad, se ha confirmado, fue confirmad, verificada correctamente, verificado correctamente, se ha emitido, ha sido aprobad, ha sido validad, se ha validado, fue validad, se ha habilitado, validación, verificada su solicitud, solicitud de acceso, fue aprobad, se ha aprobado, se aprobó, hemos aprobado, concedid, aprobad
  reset: restablec, restablez, olvid, asistencia con la contraseña, asistencia de contraseña, asistencia, recuper, elegir una nueva contraseña, crear una nueva contraseña, nueva contraseña para, perdi, pérdida, extravi, sin su, robo
  new: nuevo, nueva, otro|, otra|, distint
  changed: cambi, modific, actualiz, reemplaz, sustitu, es otra|, es otro|, renombr, ahora se llama
  removed: elimin, quit, desactiv, retiró, retiramos, retirar|, borr, suprimi, desvincul, ya no, dejó de, dado de baja, deshabilit, inhabilit, abandon, eliminad, retirad, ya no forma parte, ya no pertenece, independiente, salió, ha salido, ya no es miembro, se quitó, fuera de la organización, expuls, dejado de formar, deja de formar, dejado de pertenecer
  added: agreg, añad, registr, activó, activad, se ha activado, asign, asoci, nuevo|, nueva|, habilit, configurad, configuró, se creó, abonad, acreditad
  resync: resincroniz, sincroniz
  exposed: expuest, expos, público, pública, públicamente, publicad, filtr, github, repositorio, internet|, revelad, divulgad
  suspicious: sospechos, inusual, irregular, no autoriz, comprometid, malicios, robad, uso indebido, fraud, pirate, manos equivocadas, manos ajenas, no parecen suyas, software malicioso, minería, incidente de seguridad, fuera de aws, intrus, terceros|, un tercero, anómala|, anómalo|, anómalas|, anómalos|, atacante, en peligro, en riesgo, sin autorización, sin su autorización, sin permiso, sin su permiso
  finding: guardduty, hallazgo, inspector|, macie, accesible públicamente
  low: gravedad baja, baja gravedad, severidad baja, baja severidad, ningún hallazgo, resumen semanal, resumen diario
  abuse: abus, spam, correo no deseado, escaneo de puertos, escane, phishing, ataque, denuncia, queja, rebote, uso aceptable
  withdrawn: restring, restricc, bloque, suspend, suspens, retirad, en revisión, bajo revisión, período de prueba, periodo de prueba, a prueba, limitad, aislad, en pausa, pausad, pausado, cuarentena, detenid
  failed: falló, fallid, fallo|, fallos|, fallad, fallan, rechaz, no pudimos, no se pudo, no hemos podido, no fue posible, no ha sido posible, error al, deneg, declinad, no se ha podido, problema con
  overdue: vencid, atrasad, impag, sin pagar, pendiente de pago, saldo pendiente, no se ha pagado, en mora, no ha sido pagad, recordatorio de pago, venció, no hemos recibido
  received: gracias por su pago, recibido, recibimos, pago recibido, se ha pagado, pagada|, pagado|, realizado con éxito, reembolso, confirmación de pago, se cargó, exitos, comprobante
  usual: disponible, está lista, listo|, lista|, adjunt, emitid, ya puede consultar, costo, coste, gasto, savings plan, región|, umbral, supera, excede, excedid, previsión, pronóstico, límite, alcanz, % de, alerta, enlace|, haga clic, botón, vínculo, abra|, siga|, buenas noticias, buena noticia
  suspend: suspend, suspens, desactivado su cuenta, bloqueado su cuenta
  close: cierr, cerr, cierre, cancelación de la cuenta, cancelada, dar de baja
  reinstated: restablecid, reactiv, reabr, reabiert, de nuevo activa, activa de nuevo, vuelve a estar, suspensión levantada, levantado la suspensión, ya no está suspendida, restaurad, ya puede volver, activa otra vez, vuelve a funcionar, reapertura, volver a abrir, levantad
  invite: invit, unirse, a unirse, se una|, únase, aceptar la invitación, acepte la invitación, su nombre de usuario, todas las características, todas las funciones
  joined: se unió, se ha unido, ahora forma parte, miembro de, ahora es miembro, ahora pertenece, se incorporó, pasa a formar parte, aceptó
  ready: está lista, bienvenid, damos la bienvenida, está activa, se ha creado, ha sido creada, activación, ya puede usar, ya puede utilizar, primeros pasos, empiece, gracias por registrarse, creada correctamente, comience
  signUp: registrarse en aws, registro en aws, crear una cuenta, crear su cuenta, creación de su cuenta, creación de una cuenta, nueva cuenta de aws, página de registro
  maintenance: mantenimiento, parche, actualización programada, versión menor, reemplazo del punto, reemplazo de, actualizará el, actualizaremos el, actualizamos el
  retire: retirada, retiro, retirará, hardware defectuoso, hardware degradado, hardware subyacente, se detendrá, será detenida, será retirada, reinici, fuera de servicio, baja programada, hardware averiado, se parará, hardware con fallos
  deprecate: fin de soporte, fin del soporte, finalización del soporte, fin de vida, fin de la vida, dejará de, dejarán de, obsolet, descontinu, ya no será compatible, ya no se admitirá, ya no tendrá soporte, será sustituid, sustituid, se sustituye, se reemplaza, soporte estándar, termina el soporte, desuso, no tendrá soporte, interrupción del soporte, dejamos de ofrecer, fin del servicio, pondremos fin
  incident: incidencia, problema operativo, interrupción, tasas de error, tasa de error, degradación, latencia, caída, errores, indisponib, conectividad, avería
  resolved: resuelt, solucionad, cancelad, restablecid, recuperad, funciona con normalidad, completad, corregid, cerrad, se ha resincroniz, se ha sincroniz, fue sincroniz, ha sido resincroniz, resolvi, finalizad, finalizó, concluy, ha concluido
  cancelled: no tomaremos más medidas, no tomaremos ninguna otra, ha sido cancelad, se ha cancelado, se canceló, fue cancelad, hemos cancelado, anulad, retirado su solicitud
  alarm: alarma, resumen, copia de seguridad, pipeline, canalización, evento de health, despliegue, implementación
  quota: cuota, límite de servicio, service quotas
  raised: aumentad, ampliad, incrementad, ha aumentado, fuera del entorno de pruebas, acceso a producción, acceso de producción
  health: programad, planificad, previst, aws health, próxim, recurso afectado
  upgrade: actualice, actualizar, migrar, migre, versión, planifique, pasó a, ha pasado a, se ha actualizado a, cambió a, mejorad, renov, renuev
  expire: caduc, expir, venc, finaliz, termina|, terminan|, terminó, terminad, terminará, vence, llega a su fin, fin de su, acab
  will: se cerrará, cerrará, cerraremos, será|, serán|, caducará, vencerá, vence|, vencen|, caduca|, caducan|, está a punto, próximamente, expirará, pronto, se acerca, se aproxima
  transfer: transfer, cambio de titular, traslado, bloqueo de transferencia, bloqueo del dominio, desbloque, bloqueo
  answered: respondi, respondido, respuesta a su, nuestra respuesta, ha sido creado, se ha creado, se ha abierto, fue creado, abierto un caso, nuevo caso, nueva correspondencia, contactar con, ponerse en contacto, hemos contestado, contest, nuevo mensaje
  waiting: esperando, esperamos, a la espera, pendiente de su, su respuesta, necesit, más información, más datos, falta información, faltan datos, díganos, dígannos, indíquenos, indique|, podría, puede enviarnos, envíenos, por favor, envíe, de su parte, responda|, proporcion, facilit, no hemos tenido noticias, sin noticias, aclar
  survey: encuesta, satisf, valore, valora, evalu, califi, su opinión, cómo fue, cómo ha sido
  news: seminario web, webinar, evento, capacitación, formación, regístrese, inscríbase, reserve su plaza, reserve su lugar, únase a nosotros, taller, certificación, conferencia, sesiones, cupos limitados, plazas limitadas, acompáñenos, participe, boletín, novedad, noticias, descubra, anunci, más información en, blog, nueva función, nuevas funciones, este mes, esta semana, qué hay de nuevo, resumen de, mejores prácticas, prácticas recomendadas, consejos, lea más, oferta especial, guía, aprenda
  required: acción requerida, acción necesaria, se requiere, requiere|, obligatori, necesari, debe|, deberá, tiene que, acción obligatoria, medidas necesarias
  not: no|, ningun, ningún, nunca, sin|, jamás, ni|
  needless: ninguna acción, no se requiere, no es necesario, no tiene que, nada que hacer, no requiere, no hace falta, sin interrupción, solo informativo, para su información, no debe hacer nada, no necesita hacer, no necesita realizar, no tiene nada que, no es preciso
  may: puede|, podría, podrá
  if: si|, en caso de, siempre que, a menos
`;
