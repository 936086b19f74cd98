"""Ordinary Turkish words, accepted by a speller, that are also names of hardly known places."""

from __future__ import annotations

_LISTED = """
abalı abdal abdallı acarlı akara allar almalı almalık alolar altınca alıç ara aralık arpan arta
arzu arış aslanlar atabey atan avaran avazlar avun ayar ayarlı ayrım aza azaplı azat azizli
ağabeyli ağrı ağyar aşan aşıklı babacan babalı bad bahar baharlı baki bakkal bakkallı ballar
ballıca baltalı balıklı balıkçılar banka barlı basen bayan bayramlı baytar bağırlı bağırsak baş
başsız bebeli bedelli bedirli bekle bendik beybabalar beyi beyler beyli beylik bilese bileyen
bili biçenek boyat bozdoğan bozlu boğazkesen bucak bulduk bulutlu buruk burunlu bülbüle bıçakçı
canavarlı carcur cebrail celilli cemiller cemilli cengi cennetli cevahirli cilan cimi cin cinler
cinleri cinli cücük dadaşlar dalar dallar danalar daran dağdağan dağlı dedeli deli deliler
demirli der dere dereli deri derk dervişler deste develi dire direkler diri divanlı dize
dolanlar dolu dostlu dostluk dörtler düdükçü düzenlik ecemi edişe efendi efendiler elekli
elekçi elet elik elince eller elleri eminli emir emirli enik erikli erkek erkeç esrik evciler
eyer eyin eşle fantan fazıl ferik fındıklı fıstıklı gedik gelme genlik genze gerekli gerene
gerer gres göl göllü göyük gözlü güllüce güllük gümüş gümüşlü güneş güneşli gürgen güvendi
güvendik güvenil hacıağalar hacılar hak hal hale halhal hamarat hamsa hanlık hanlıklar haraba
haran harar hariç harmandalı hat havali havalı hayat haçın hendek herik heybet horonu horum
hünerli hırt ilanlı imamlı imanlar imanlı isi kabul kadılı kahin kal kala kamışlı kapanlı
kapılı karacalar karacalı karacık karagöz karakaşlı karakollu karakolluk karalar karalı
karalılar karamanlı karamusalı karanlık karasu karaveli karayazı kasımlar kasımlı kaya kayabaşı
kayalı kaymaklı kaynak kaysa kazma kazmalar kazımlı kebirli kedili kengerli kepenekçi kepez ker
keremli keren kerimli kert kesemen keti keçili keşle kilit kocalı kodese kolanı kollu konaklı
korkan korlar kotam koydan kozlu koçulu koş koşa krampa kulalı kullar kulp kumbaşı kumlu kurdan
kuru kurumsu kusur kut kuzey kuzun kuşlar kuşçu körü kürdili kürekçi kürkün kılıçlı kımıl
kınalık kırlar kırıklı kıyıklı kızılca kızılcık kığı lallar laman laza leşker liman loda lor
maarif mali malikli mallı manas mağaracık medetli medrese mehdili melikler melikli mercanlı
mercimek meyveli mezem meşeli mil mirler mollalar mucuk muhtar mumlu musallam musluklu muş
müsellem müşfik namazgah namazlar narlık nazirli nazırlı nebiler nesimi nice nizami nursu
ocaklı oku oruçlu otsun otuzuncu ovala panik payız paşalar paşalı paşan pembeyi peyk potu poylu
puta ramazan ramazanlı reyhanlı sadıklı sahil sahiller salah salahlı salik sallar samanlık
samur samurlu sana saracık sarak saray sarıca sarıl savalan saçlı sedan sedefli sefalı seferli
sek seleli seni serdarlı sis solak sor soru sos soyulan soyutlar sudur sulh sultan suluk suma
susuz susuzluk suvat sündü sırık sığırlı tahtalar tak taka tala tank tap tapan tapanlı tasmalı
tatalar tatarlı tatlar tatlı tavşan teke tekeli tekle tekneli tel ter tin tinli tona top toplar
topçu turist tülü ucan umutlu unuz uzun uzunlar vahan varlı veledi veli velvele verende veri
viyan yalama yalman yanıklı yanşak yarlı yarımca yayıcı yağdan yelkovan yellice yengice yenice
yenilik yuva zamanlı zağlı zira zor zorba çallı çanakçı çapar çardaklı çatak çaylı çayırlı
çelebiler çemenli çeşmeli çimen çiçekli çolaklı çopurlu çorlu çubuklu çuha çullu çörekli
çıldıran çırak çıraklı çırpılı çırçır öksüz ördekli üstüpü üzümlü şabanlı şada şafak şahlık
şatırlı şefikli şehadet şehriyar şeker şekerli şen şenlik şerefli şerif şimal şovu şükürlü
şırlan
"""

WORDS = tuple(_LISTED.split())
