"""Which words can name a place: closed classes of the language, no gazetteer."""

from handslag.domain.reading.tokens import Endings, listed

PREPOSITIONS = listed(
    "i på vid kring runt runtom omkring längs utmed utanför mellan från till nära intill genom inom"
)
# After these an abbreviation in capitals is a spot ("vid ICA"); after the others a programme ("i EST").
NEAR = listed("vid utanför kring runt intill nära")
# Verbs whose object, when it is a name, is where one goes.
GOING = listed("besöka besöker besöks bevaka bevakar övervaka övervakar patrullera patrullerar passera")
# May stand between the word of place and the name: "i bland annat Norrby", "i hela Norrby".
FILLERS = listed(
    ", : ( • till exempel exempelvis t.ex bl.a bl a bland annat som såsom främst hela både såväl själva"
    " framförallt framför allt vardera respektive särskilt . följande"
)
ROADS = listed("lv rv länsväg riksväg väg europaväg länsvägen riksvägen")
SIDES = listed(
    "centrala centralaste norra södra östra västra nordöstra nordvästra sydöstra sydvästra yttre inre"
    " övre nedre mellersta gamla nya stora lilla"
)
# What may follow a name and belong to it.
TAILS = listed(
    "city centrum torg torget station stationen hamn hamnen köpcentrum resecentrum centralstation"
    " busstation shopping galleria park parken strand tätort industriområde handelsområde skola kyrkby"
    " kyrka by ö äng fritidsgård bibliotek sjukhus badplats idrottsplats allé gata väg gränd stig bro"
    " backe innerstad simhall ishall badhus gymnasium skolan folkhögskola hållplats stationsområde"
    " sporthall skatepark bruk udde"
)
# Other buildings and grounds may too: "Ekby vårdcentral", "Folkets hus".
TAIL_ENDINGS = Endings(
    "central hus hall plats gård park skola bad torg station kyrka bibliotek gymnasium område camping"
    " hamn center"
)
# Definite singular spots that need no name.
SPOTS = listed(
    "city parkeringen busshållplatsen parkeringsplatsen torget stortorget resecentrum resecentret"
    " centrum centrumkärnan centrumet stadskärnan innerstaden gågatan badhuset simhallen ishallen"
    " sporthallen idrottshallen idrottsplatsen biblioteket stationen tågstationen järnvägsstationen"
    " busstationen centralstationen stationsområdet centrumområdet hamnområdet industriområdet"
    " handelsområdet hamnen småbåtshamnen parken stadsparken folkparken folketspark lekparken"
    " skateparken stranden strandpromenaden campingen badplatsen badet tätorten centralorten köpcentret"
    " köpcentrum gallerian sjukhuset rådhuset kommunhuset stadshuset kulturhuset medborgarhuset"
    " busstorget bussterminalen terminalen kyrkan kyrkogården medborgarkontoret polisstationen rondellen"
    " gångtunneln åpromenaden kajen parkeringshuset fritidsgården ungdomsgården ungdomshuset"
    " hembygdsgården elljusspåret genomfartsvägen genomfarten infarten servicekontoret stadsbiblioteket"
    " samlingslokalen återvinningscentralen bowlinghallen centralen"
)
BEGINNINGS = SIDES | SPOTS | ROADS
# Of these the ones that mean a place wherever they stand; "biblioteket" may also be who one works with.
CERTAIN_SPOTS = listed(
    "city centrum torget stortorget resecentrum resecentret centrumområdet stationsområdet hamnområdet"
    " stadskärnan innerstaden gågatan centrumkärnan busstorget stadsparken järnvägsstationen"
    " tågstationen strandpromenaden"
)
# A spot by its ending. With a lower-case word of these a name tells where it lies and both are one place:
# "kontoret i Norrby".
PLAIN_SPOT_ENDINGS = Endings(
    "torget gatan gränd allén esplanaden parken platsen centrum centret stationen badet hamnen leden"
    " stigen backen bron kontoret konstoret huset hallen biblioteket gården stranden kajen rondellen"
    " tunneln promenaden sjön udden holmen ängen området kyrkan campingen"
)
# Others take one when they are capitalised: "Norra Skolan i Norrby".
NAMED_SPOT_ENDINGS = Endings("skolan gymnasiet vägen akademien akademin")
# A capitalised word with such an ending is a place wherever it stands.
STREET_ENDINGS = Endings(
    "torget gatan vägen gränd allén esplanaden parken platsen centrum stationen badet hamnen stigen"
    " backen plan skolan promenaden gymnasiet"
)
# Classes of places that a list of names may stand beside: "i ytterområdena, Norrby och Söderby".
CLASS_ENDINGS = Endings(
    "kvarteret kvarteren sträckan samhället tätorten områden områdena orter orterna byar byarna delar"
    " delarna platser platserna gator gatorna vägar vägarna samhällen samhällena orten byn stadsdelen"
    " ställen skolor skolorna torg torgen parker parkerna stationer stationerna sträckor sträckorna"
    " hållplatser hållplatserna området miljöer tätorter badplatser"
)
CLASSES_IN_PLURAL = Endings(
    "områden orter byar stadsdelar kommundelar platser miljöer skolor parker samhällen"
)
NOT_PLACES = listed(
    "sverige norden europa eu internet facebook instagram snapchat tiktok teams youtube region"
    " länsstyrelsen sociala lokala effektiv effektiva trygg trygga tryggt tryggare säker säkra säkrare"
    " gemensam gemensamma vuxna unga aktiv aktiva nationella regionala kommunala öppna svenska den det"
    " de vi en ett alla insatser ökad ökat januari februari mars april maj juni juli augusti september"
    " oktober november december jul julen påsk påsken midsommar valborg valborgsmässoafton nyår"
    " nyårsafton lucia halloween brå brottsförebyggande and andts andt måndag tisdag onsdag torsdag"
    " fredag lördag söndag polisen polis kommunen kommun kommunens polisens smadit medborgarlöfte"
    " medborgarlöften grannsamverkan båtsamverkan barn ungdomar nolltolerans polisregion trafik trafiken"
    " skola skolan skolor fritid socialtjänst socialtjänsten räddningstjänsten näringslivet"
)
NOT_PLACE_ENDINGS = Endings(
    "polis polisen förvaltning förvaltningen nämnd nämnden styrelse styrelsen myndigheten samverkan"
    " förbund förbundet tjänst tjänsten gruppen grupper nätverk nätverket förening föreningen föreningar"
    " projekt projektet modellen programmet bolag bolaget bolagen bostäder verket utskottet löfte löftet"
    " löften löftena dialog dialogen veckan veckor veckorna vandring vandringar kampanj kampanjen srådet"
    " orådet patrull strategi planen organisationen enheten avdelningen kansliet kåren teamet insatser"
    " dagen dagarna festivalen marknaden loppet avtalet lagen forum forumet metoden säsongen löpet"
    " konceptet banken appen hälsan vakten aktör aktörer bladet tidning tidningen kuriren posten allehanda"
)
