"""Ordinary Azerbaijani words that are also names of hardly known places."""

from __future__ import annotations

_LISTED = """
abalı abdal abdallı acarlı allar almalı almalıq alolar altınca alıç aralıq arta arzu arış
aslanlar atabəy atan avaran avazlar avun ayarlı aza azad azaplı ağabeyli ağabəyli ağrı ağyar
aşan aşkar aşıqlı babalı bad bahar baharlı ballar ballıca baltalı balıqlı balıqçılar bankə
baqqal baqqallı barlı bayan bayramlı baytar bağırlı bağırsaq başsız bendik bili biləsə biləyən
biçənək boyat bozdoğan bozlu boğazkəsən bucaq bulduq bulutlu burunlu buruq bülbülə bıçaqçı
bəbəli bədirli bədəlli bəklə bəybabalar bəyi bəyli bəylik bəylər canavarlı carcur cilən cimi
cinli cücük cəlilli cəmilli cəmillər cəmiyyət cəngi cənnətli cənubi cəvahirli dadaşlar danalar
daran dağdağan dağlı dirə dirəklər divanlı dizə dolanlar dolu doqquz dostlu dostluq dörtlər
düdükçü düzənlik dədəli dəlilər dəllər dəmirli dərk dərvişlər dərə dərəli dəstə dəvəli edişə
erkeç erkəç evcilər eşlə fazıl fındıqlı fıstıqlı genlik gres göl göllü göyük gözlü güllücə
güllük gümüş gümüşlü günəşli gürgən güvəndi güvəndik güvənil gədik gəlmə gənzə gərgər gərəkli
gərənə hacıağalar hacılar hal hamarat hanlık haran harar harmandalı hat havalı heybət horonu
hünərli həyat kazmalar kazımlı kebirli ker kert keçili keşle kilit kolanı kollu korlar kotam
kusur kuzun köndələn körü kürdili kürkün kürəkçi kığı kəbirli kəmərli kəngərli kəpənəkçi kəpəz
kərimli kərəmli kəsəmən lallar laman laza liman loda ləşkər maarif mallı manas mağaracıq
mehdili meyvəli meşeli meşəli mil mirlər mollalar mucuq mumlu musluqlu müsəlləm müşfiq mədrəsə
mədətli məhsul məlikli məliklər mərcanlı mərcimək məzəm namazgah namazlar narlıq nazirli
nazırlı nizami nursu nəbilər nəsimi nəzirli ocaqlı oruçlu otaqlı otuzuncu ovala ovələ payız
paşalar paşalı paşan peyk potu poylu puta pəmbəyi qadılı qal qala qamışlı qapanlı qapılı
qaracalar qaracık qaragöz qarakollu qarakolluq qaralar qaralı qaralılar qaramanlı qaramusalı
qaranlıq qaraqaşlı qarasu qaravəli qarayazı qarqar qasımlar qasımlı qaya qayabaşı qayalı
qaymaqlı qaynaq qaysa qazma qazmalar qocalı qodəsə qonaqlı qorqan qoydan qozlu qoçulu qoş qoşa
qrampa qulalı qullar qulp qumbaşı qumlu qurumsu quzey quşlar quşçu qünəşli qılıçlı qımıl qırlar
qırıqlı qıyıqlı qızılcıq qışlaq qədili qərər ramazan ramazanlı reyhanlı sadıqlı sahil sahillər
salah salahlı samanlıq samur samurlu saracıq saray sarıca sarıl savalan saçlı seləli sis solak
sor sos soyulan sudur sultan suma susuz susuzluq suvat sülh sündü sırıq sığırlı sədan sədəfli
səfalı səfərli sək sərdarlı sərək tap tapan tapanlı tasmalı tatalar tatarlı tatlar tatlı
taxtalar tel tinli tona top toplar topçu turist tülü təklə təknəli təkəli ucan unuz uzunlar
varlı velədi veri viyan viyən vəlvələ vərəndə xak xalxal xanlıq xanlıqlar xaçın xırt xəmsə
xəndək yalama yalman yanıqlı yanşaq yarlı yarımca yayıcı yağdan yellicə yelqovan yengicə yenicə
yenilik yuva zamanlı zar zağlı zor zorba zəhmət çallı çanaqçı çapar çardaqlı çataq çaylı
çayırlı çeşməli çimən çiçəkli çolaqlı çopurlu çorlu çubuqlu çuha çullu çörəkli çıldıran çıraq
çıraqlı çırpılı çırçır çələbilər çəmənli çəyırlı öksüz ördəkli üstüpü üzümlü şabanlı şada şafak
şahlıq şatırlı şimal şovu şükürlü şırlan şəfəq şəhadət şəhriyar şəkər şəkərli şənlik şərif
şərəfli əcəmi əfəndi əfəndilər əlik əlincə ələkli ələkçi ələt əminli əmir əmirli əniq ərikli
əsrik əyin əyər əzizli
"""

WORDS = tuple(_LISTED.split())
