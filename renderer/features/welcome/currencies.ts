import { localeOf, type Language } from '../../text/languages.ts';

/** Currencies that circulate. **Source:** ISO 4217, list one, without funds, metals and test codes. */
const circulating =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD ' +
  'CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD ' +
  'GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT ' +
  'LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR ' +
  'NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP ' +
  'STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD ' +
  'XOF XPF YER ZAR ZMW ZWG';

export interface Currency {
  readonly code: string;
  readonly name: string;
}

/** All currencies, by their names in the language. */
export const currenciesIn = (language: Language): readonly Currency[] => {
  const names = new Intl.DisplayNames(localeOf[language], { type: 'currency' });
  return circulating.split(' ').map((code) => ({ code, name: names.of(code) ?? code }));
};

/** The currency that is offered first. */
export const likelyCurrency: Readonly<Record<Language, string>> = { en: 'USD', ko: 'KRW' };
