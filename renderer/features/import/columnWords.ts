/**
 * What columns are called, folded: small letters, without accents and anything between them. Of two that a
 * header has, the one that comes first here is meant. English, Korean, German, French, Spanish,
 * Portuguese, Italian, Japanese and Chinese.
 */
export const columnWords = {
  reference:
    words(`customerid customernumber customerno custid custno clientid memberid membernumber personid accountnumber
    accountno reference ref id number no code 고객번호 회원번호 관리번호 거래처코드 고객코드 번호 코드 kundennummer
    kundennr mitgliedsnummer nummer nr numeroclient reference numero idcliente numerocliente codigo codicecliente
    顧客番号 会員番号 番号 客户编号 编号`),
  person:
    words(`customerid customernumber customerno custid custno clientid memberid personid referenceoftheperson person
    customer cust client accountnumber 사람의관리번호 고객번호 회원번호 관리번호 거래처코드 고객코드 고객 거래처 kundennummer kundennr kunde numeroclient client
    idcliente numerocliente cliente codicecliente 顧客番号 会員番号 客户编号`),
  name: words(`name fullname customername clientname customer 성명 이름 고객명 회원명 고객이름 거래처명 상호 kundenname
    kunde nom nomcomplet nombre nombrecompleto nome nomecompleto nominativo 氏名 名前 姓名 客户名称 名称`),
  givenName: words('firstname givenname forename vorname prenom primernombre primeironome 名'),
  familyName: words(
    'lastname familyname surname nachname familienname nomdefamille apellido apellidos sobrenome cognome 姓',
  ),
  koreanFamilyName: words('성'),
  phones:
    words(`phone phonenumber phonenumbers telephone tel mobile mobilephone cell cellphone fax 전화 전화번호 휴대폰 휴대전화
    휴대폰번호 핸드폰 연락처 팩스 telefon telefonnummer handy mobil mobiltelefon telefax telephone portable telefono
    movil celular telefone cellulare 電話 電話番号 携帯 电话 手机`),
  email:
    words(`email emailaddress mail 이메일 메일 전자우편 메일주소 emailadresse courriel correo correoelectronico
    posta メール メールアドレス 邮箱 电子邮件`),
  address:
    words(`address street streetaddress billingaddress 주소 도로명주소 adresse anschrift strasse straße rue
    direccion calle endereco rua indirizzo via 住所 地址`),
  postalCode: words(
    'postalcode postcode zip zipcode 우편번호 plz postleitzahl codepostal codigopostal cep cap 郵便番号 邮编',
  ),
  city: words('city town 도시 시군구 ort stadt ville ciudad cidade citta 市 城市'),
  country: words('country 국가 나라 land pays pais paese 国'),
  birthDate:
    words(`birthdate birthday dateofbirth born dob 생년월일 생일 geburtsdatum geburtstag datedenaissance
    fechadenacimiento datadenascimento datadinascita 生年月日 出生日期`),
  note: words(
    'note notes comment comments remark remarks 메모 비고 notiz bemerkung remarque nota observaciones 備考 备注',
  ),
  limit:
    words(`limit creditlimit 한도 외상한도 신용한도 kreditlimit kreditrahmen plafond limitedecredit limitecredito
    limite fido 限度額 信用额度`),
  amount:
    words(`amount total sum value charge payment paid price 금액 합계 외상금액 입금액 거래금액 총액 청구금액 betrag
    summe gesamtbetrag montant importe valor monto importo totale 金額 合計 金额`),
  /** Amounts that say by their name that they were paid. */
  payments: words('payment paid 입금액'),
  day: words(`date day invoicedate entrydate occurredon transactiondate orderdate 날짜 일자 거래일 거래일자 일시 발생일
    청구일 datum rechnungsdatum buchungstag buchungsdatum jour datefacture fecha data datafattura 日付 取引日 日期`),
  kind: words(`kind type entrytype transactiontype chargeorpayment 외상또는입금 구분 종류 유형 거래구분 거래유형 art typ buchungsart tipo sorte
    種類 区分 类型`),
  entryReference:
    words(`invoiceid invoicenumber invoiceno invno invoice numberoftheentry entryid transactionid receipt receiptno voucher orderid
    reference ref id number no 전표번호 거래번호 영수증번호 청구번호 주문번호 번호 rechnungsnummer rechnungsnr
    belegnummer belegnr beleg numerofacture facture factura numerofactura fattura 伝票番号 番号 单号`),
  memo: words(`memo whatfor note description comment text purpose details item 적요 내용 메모 비고 품목 verwendungszweck
    beschreibung buchungstext text libelle motif concepto descripcion descricao causale 摘要 備考 备注`),
  charge:
    words(`charge charged debit invoice sale purchase 외상 판매 청구 매출 차변 rechnung belastung kauf soll vente
    facture debit cargo venta factura addebito 売上 掛売 请款`),
  pay: words(`pay paid payment credit receipt deposit 입금 수금 결제 납부 대변 상환 zahlung gutschrift eingang haben
    paiement reglement versement credit abono pago pagamento accredito 入金 支払 付款`),
} as const;

function words(text: string): readonly string[] {
  return text.split(/\s+/u);
}
